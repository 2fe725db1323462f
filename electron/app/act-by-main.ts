import type { ActProcess } from '../backend/act-process.ts';
import type { ActParent } from '../backend/act-process-entry.ts';
import type { FromEngine, ToAct, ToEngine } from './engine-messages.ts';

/** What Electron gives a utility process to talk to the one that started it. */
export type ParentPort<From, To> = {
  postMessage(message: From): void;
  on(event: 'message', listener: (event: { readonly data: To }) => void): unknown;
};

type Listeners = { readonly said: (message: unknown) => void; readonly ended: (how: string) => void };

/** The engine's side: processes of acts, which the main process starts for it. `heard` takes what the main process says of them. */
export function actsByMain(post: (message: FromEngine) => void): {
  start(): ActProcess;
  heard(message: Extract<ToEngine, { kind: `act-${string}` }>): void;
} {
  const running = new Map<number, Listeners>();
  let lastAct = 0;
  return {
    start() {
      lastAct += 1;
      const act = lastAct;
      let listeners: Listeners = { said: () => undefined, ended: () => undefined };
      const listen = (more: Partial<Listeners>): void => {
        listeners = { ...listeners, ...more };
        running.set(act, listeners);
      };
      return {
        give(password) {
          post({ kind: 'act-begin', act, password: password as Uint8Array<ArrayBuffer> }); // by copy
          password.fill(0);
        },
        tell: (message) => post({ kind: 'act-tell', act, message }),
        onMessage: (said) => listen({ said }),
        onEnd: (ended) => listen({ ended }),
        kill() {
          running.delete(act);
          post({ kind: 'act-over', act });
        },
      };
    },
    heard(message) {
      const listeners = running.get(message.act);
      if (message.kind === 'act-said') listeners?.said(message.message);
      else listeners?.ended(message.how);
    },
  };
}

/** The act's side: the main process, which passes the password on and then the engine's words. */
export function mainAsParent(port: ParentPort<unknown, ToAct>): ActParent {
  let hearPassword: (password: Uint8Array) => void = () => undefined;
  let hearTask: Parameters<ActParent['hear']>[0] = () => undefined;
  const password = new Promise<Uint8Array>((resolve) => {
    hearPassword = resolve;
  });
  port.on('message', ({ data }) => {
    if (data.kind === 'password') hearPassword(data.password);
    else hearTask(data);
  });
  return {
    password,
    hear(listener) {
      hearTask = listener;
    },
    answer: (message) => port.postMessage(message),
  };
}
