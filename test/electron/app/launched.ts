import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import {
  type LaunchedApp,
  type LaunchOptions,
  launchElectron,
} from '../../support/electron-double/launch.ts';
import { has } from '../../support/needs.ts';

export const mainFile = fileURLToPath(new URL('../../../dist/main/index.cjs', import.meta.url));

/** The built app, or the copy of it that `prepare` makes, under Electron's double; started once for a test file. */
export function launched(
  prepare: () => string = () => mainFile,
  options: Omit<LaunchOptions, 'mainFile'> = {},
): () => LaunchedApp {
  let running: LaunchedApp | null = null;
  beforeAll(async () => {
    if (!has('chromium')) return;
    running = await launchElectron({ mainFile: prepare(), ...options });
    await running.firstWindow();
  });
  afterAll(async () => {
    await running?.close();
  });
  return () => {
    if (running === null) throw new Error('the app is not running');
    return running;
  };
}
