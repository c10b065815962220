import type { Filters } from "../../model/select.js";
import type { ViewState } from "../../state/viewState.js";
import { createCommands } from "../commands.js";
import { ATTRIBUTES, propertyOf } from "./attributes.js";
import { startLife, type Life } from "./life.js";

const NAME = "career-timeline";

/** Once for each page: whoever comes second, of this version or another, changes nothing. */
export function defineElement(): void {
  // A server that draws a page may import what is for the browser; there is nothing to define there.
  if (typeof customElements === "undefined") return;
  if (!customElements.get(NAME)) customElements.define(NAME, createClass());
}

function createClass(): CustomElementConstructor {
  /** Hands on what happens to the element; all that it does is in its life. `publicTypes` says what scripts see of it. */
  class CareerTimeline extends HTMLElement {
    static readonly observedAttributes = ATTRIBUTES;
    #life: Life | null = null;
    #kept: ViewState | null = null;
    #career: string | object | null = null;
    /** What was asked for before there was a life. */
    #asked: Parameters<Life["whenReady"]>[0][] = [];

    connectedCallback(): void {
      this.#takeProperties();
      // Taken out and put in again in one go: it has moved.
      if (this.#life) return this.#life.moved();
      this.#life = startLife({ element: this, given: () => this.#career, kept: this.#kept });
      this.#asked.splice(0).forEach(this.#life.whenReady);
    }

    connectedMoveCallback(): void {
      this.#life?.moved();
    }

    disconnectedCallback(): void {
      queueMicrotask(() => {
        if (!this.isConnected) this.#end();
      });
    }

    /** Of another document: its style sheets and its window are others. A new life begins there. */
    adoptedCallback(): void {
      this.#end();
    }

    attributeChangedCallback(name: string): void {
      // What is asked for in words comes before what was left behind.
      if (!this.#life) this.#kept = null;
      this.#life?.changed(name);
    }

    get career(): string | object | null {
      return this.#career;
    }

    set career(career: string | object | null | undefined) {
      this.#career = career ?? null;
      this.#life?.sourceChanged();
    }

    get filters(): Filters | null {
      return this.#life?.store()?.getState().filters ?? null;
    }

    get selected(): string | null {
      return this.#life?.store()?.getState().at ?? null;
    }

    select(id: string | null): void {
      this.#whenReady((store) => createCommands(store).select(id));
    }

    filter(some: Partial<Filters>): void {
      this.#whenReady((store) => createCommands(store).filter(some));
    }

    fit(): void {
      this.#whenReady((store) => createCommands(store).fit());
    }

    destroy(): void {
      this.#end();
      this.#kept = null;
    }

    #end(): void {
      this.#kept = this.#life?.end() ?? this.#kept;
      this.#life = null;
    }

    #whenReady(act: Parameters<Life["whenReady"]>[0]): void {
      if (this.#life) this.#life.whenReady(act);
      else this.#asked.push(act);
    }

    /** Properties that were set before the script came hide those of the class: they are set anew. */
    #takeProperties(): void {
      for (const name of ["career", ...ATTRIBUTES.map(propertyOf)]) {
        if (!Object.hasOwn(this, name)) continue;
        const value: unknown = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    }
  }

  for (const attribute of ATTRIBUTES) {
    Object.defineProperty(CareerTimeline.prototype, propertyOf(attribute), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(attribute) ?? "";
      },
      set(this: HTMLElement, value: string | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
  return CareerTimeline;
}
