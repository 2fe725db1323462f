import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeHeapSnapshot } from 'node:v8';

/** The parts of V8's heap snapshot format that are read here. */
type Snapshot = {
  readonly snapshot: {
    readonly meta: { readonly node_fields: string[]; readonly node_types: unknown[] };
  };
  readonly nodes: readonly number[];
};

/**
 * What V8 keeps for itself: machine code with its tables, and its lists of weak references to that code. Both come and go by a
 * megabyte with what V8 last found worth compiling, whatever the program keeps.
 */
const keptByV8 = new Set(['code', 'hidden']);

/**
 * Bytes of the heap that the program itself holds: objects, strings, closures, arrays, numbers. Unlike `heapUsed` it is nearly the same
 * figure each time, so that a leak of a few bytes a check shows. Stops the process for some seconds; collects garbage first.
 */
export function heldBytes(): number {
  const file = writeHeapSnapshot(join(tmpdir(), `postway-${process.pid}.heapsnapshot`));
  try {
    const { snapshot, nodes } = JSON.parse(readFileSync(file, 'utf8')) as Snapshot;
    const fields = snapshot.meta.node_fields;
    const type = fields.indexOf('type');
    const size = fields.indexOf('self_size');
    const types = snapshot.meta.node_types[type] as string[];
    let bytes = 0;
    for (let at = 0; at < nodes.length; at += fields.length) {
      if (!keptByV8.has(types[nodes[at + type] ?? 0] ?? '')) bytes += nodes[at + size] ?? 0;
    }
    return bytes;
  } finally {
    rmSync(file, { force: true });
  }
}
