import { EventEmitter } from 'node:events';

/** Names that the language and the test runner look for on any object; everything else that is missing is our business. */
const alwaysAskable = new Set<PropertyKey>(['then', 'toJSON', 'asymmetricMatch', 'nodeType', '$$typeof']);

/**
 * The object itself, except that asking it for something nobody wrote throws. Electron's API is large and the double is
 * small: a call that the double does not know must fail loudly, or a test would pass on `undefined`.
 */
export function strict<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || alwaysAskable.has(key)) {
        return Reflect.get(target, key, receiver);
      }
      throw new Error(`electron double: ${name}.${key} is not implemented`);
    },
  });
}

/**
 * An event emitter with the same strictness, for objects of Electron that have events. The check stands at the end of the
 * prototype chain and not around the object, so that an object stays identical to itself wherever it is seen.
 */
export class StrictEmitter extends EventEmitter {
  readonly electronName: string;
  constructor(electronName: string) {
    super();
    this.electronName = electronName;
  }
}

Object.setPrototypeOf(
  StrictEmitter.prototype,
  new Proxy(EventEmitter.prototype, {
    get(target, key, receiver: StrictEmitter) {
      if (key in target || typeof key === 'symbol' || alwaysAskable.has(key) || key === 'electronName') {
        return Reflect.get(target, key, receiver);
      }
      throw new Error(`electron double: ${receiver.electronName}.${key} is not implemented`);
    },
  }),
);
