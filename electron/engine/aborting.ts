/**
 * The reason given to `AbortController.abort` where nobody reads it. Without one an exception is made, with its stack: some hundred
 * times in a check, one twenty-fifth of its processor time.
 */
export const over = 'over';
