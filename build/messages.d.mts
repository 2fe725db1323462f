import type { Plugin } from 'vite';

export declare function messages(options?: { readonly leftOut?: readonly string[] }): Plugin;
export declare function writeTypes(): void;
