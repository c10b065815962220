/*
 * In the place of `views/hooks/usePageEscape` and `comeAgain` in the one file of an embed: a guest leaves keys outside of it and the
 * way of the page to its host.
 */

export const usePageEscape = (): void => undefined;

export const comeAgain = (): undefined => undefined;
