import fc from 'fast-check';

/**
 * fast-check with the same inputs at every run: what fails then is the change that was made, not the dice. `POSTWAY_SEED=<number>`
 * throws others; a fault found so goes into a test with its input.
 */
fc.configureGlobal({ seed: Number(process.env.POSTWAY_SEED ?? 5321) });

export { fc };
