export const explanationSchema = 'postway-explanation/1';

/** Longest text that is explained, in UTF-16 units: a bounce with what it returns. Longer ones are cut. */
export const maxExplainedChars = 1_000_000;
