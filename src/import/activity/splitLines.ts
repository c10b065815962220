/** Longer lines are no activity; what follows is let go, so that a file without line ends fills no memory. UTF-16 code units. */
export const LONGEST_LINE = 10_000;

/** @param number 1-based. `isCut`: there was more of it */
export type TakeLine = (line: string, number: number, isCut: boolean) => void;

export interface LineSplitter {
  /** The next piece of the text, of any length. */
  readonly push: (chunk: string) => void;
  /** The text is over: hands out the last line, unless it is empty. @returns how many lines there were */
  readonly finish: () => number;
}

const BREAK = /\r\n?|\n/g;

/** Cuts a text into lines as it comes in: \n, \r\n and \r end one. A mark at the beginning (BOM) is no part of it. */
export function createLineSplitter(take: TakeLine): LineSplitter {
  let number = 0;
  let rest = "";
  let isCut = false;
  let isFirst = true;
  let endedInReturn = false;

  const add = (piece: string): void => {
    const room = LONGEST_LINE - rest.length;
    if (piece.length > room) isCut = true;
    rest += piece.slice(0, room);
  };
  const end = (): void => {
    number += 1;
    const [line, cut] = [rest, isCut];
    [rest, isCut] = ["", false];
    take(line, number, cut);
  };
  return {
    push: (chunk) => {
      if (chunk === "") return;
      let from = 0;
      if (isFirst && chunk.startsWith("\ufeff")) from = 1;
      isFirst = false;
      // The other half of \r\n.
      if (endedInReturn && chunk.startsWith("\n")) from = 1;
      BREAK.lastIndex = from;
      for (let found = BREAK.exec(chunk); found !== null; found = BREAK.exec(chunk)) {
        add(chunk.slice(from, found.index));
        end();
        from = BREAK.lastIndex;
      }
      endedInReturn = chunk.endsWith("\r");
      add(chunk.slice(from));
    },
    finish: () => {
      if (rest !== "" || isCut) end();
      return number;
    },
  };
}
