import { phpString } from '../php-string.ts';

/** A Ruby string: between single quotes Ruby reads the same two escapes as PHP, and expands nothing. */
export const rubyString: (value: string) => string = phpString;
