import type { UrlHost } from "../../src/app/urlSync.js";

/** A window's history, as far as it matters here. */
export class FakeHost implements UrlHost {
  entries: string[];
  at = 0;
  /** What was asked of the history, in order. */
  log: string[] = [];
  listeners = new Set<() => void>();

  constructor(search = "", readonly pathname = "/cv/", readonly hash = "") {
    this.entries = [`${pathname}${search}${hash}`];
  }

  get location(): UrlHost["location"] {
    const url = new URL(this.entries[this.at] ?? "", "https://example.org");
    return { search: url.search, pathname: url.pathname, hash: url.hash };
  }

  history: UrlHost["history"] = {
    pushState: (_state, _title, url) => {
      this.entries = [...this.entries.slice(0, this.at + 1), String(url)];
      this.at += 1;
      this.log.push(`push ${String(url)}`);
    },
    replaceState: (_state, _title, url) => {
      this.entries[this.at] = String(url);
      this.log.push(`replace ${String(url)}`);
    },
  };

  addEventListener(_type: "popstate", listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_type: "popstate", listener: () => void): void {
    this.listeners.delete(listener);
  }

  go(steps: number): void {
    this.at += steps;
    for (const listener of this.listeners) listener();
  }
}
