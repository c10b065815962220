/** As far as tests parse with it; the package brings no types. */
declare module "jsdom" {
  export class JSDOM {
    /** @throws where the content type is XML and the text is not well-formed */
    constructor(text?: string, options?: { readonly contentType?: string });
    readonly window: Window;
  }
}
