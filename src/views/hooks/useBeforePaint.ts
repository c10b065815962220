import { useEffect, useLayoutEffect } from "react";

/** Layout effects, without React 18's warning on the server, where neither runs. */
export const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;
