import { type Internet, makeInternet } from './internet.ts';
import { type Line, makeLine } from './line.ts';
import { installPostway } from './postway.ts';
import { makePublicNode } from './public-node.ts';
import { openScope } from './scope.ts';

/** The whole lab: one internet, and lines to it that can be used side by side. */
export type Laboratory = {
  readonly internet: Internet;
  readonly lines: readonly [Line, ...Line[]];
  /** Removes all of it from this machine. */
  close(): void;
};

/** Builds the lab. Needs root, iproute2, nftables, a C compiler and the servers of README.md; what is missing is named. */
export async function openLaboratory(lineCount = 1): Promise<Laboratory> {
  const scope = openScope();
  try {
    const internet = await makeInternet(scope);
    const programs = { node: makePublicNode(scope, internet.publicRoots), postway: installPostway(scope) };
    const first = await makeLine(scope, internet, programs, 0);
    const more: Line[] = [];
    for (let number = 1; number < lineCount; number += 1)
      more.push(await makeLine(scope, internet, programs, number));
    return { internet, lines: [first, ...more], close: scope.close };
  } catch (error) {
    scope.close();
    throw error;
  }
}
