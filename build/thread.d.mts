import type { Plugin } from 'vite';

export function thread(): Plugin;
