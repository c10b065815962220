import fc from "fast-check";

/**
 * With 10,000 runs most properties take a second and a few take minutes. Those stop after `FC_LIMIT_MS` with the runs they
 * have had; a counterexample found by then fails as ever. Only set up where that variable is set, as `.ci/run` does.
 */
fc.configureGlobal({ interruptAfterTimeLimit: Number(process.env["FC_LIMIT_MS"]), markInterruptAsFailure: false });
