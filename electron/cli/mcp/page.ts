/** The width of the words that the tools answer with. */
export const columns = 80;
