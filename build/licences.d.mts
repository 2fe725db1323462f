import type { Plugin } from 'vite';

type Licence = {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  readonly text: string;
};

export declare function licences(): readonly Licence[];
export declare function licensed(): Plugin;
