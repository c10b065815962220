/* In the place of `views/hooks/usePageEscape` in the one file of an embed: a guest leaves keys outside of it to the page. */

export const usePageEscape = (): void => undefined;
