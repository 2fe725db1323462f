import { keyChannelName, keyStorageName, noKeyPath } from '../shared/contract/browser-window.ts';

/** Other tabs answer within milliseconds, unless the browser has put all of them to sleep. */
const answerMs = 1000;

type Parts = {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  readonly wait: (ms: number, then: () => void) => void;
  /** Leaves this page for another. */
  readonly leave: (path: string) => void;
};

/**
 * The key that the server asks of the window. The opening page left it in this tab's session storage, where a reload finds it; a new tab
 * asks the others. Both places belong to this very origin, port included, which a cookie does not. Never resolves when nobody has the
 * key: the page is left.
 */
export function findKey(parts: Parts = ofThisPage()): Promise<string> {
  const { storage, channel, wait, leave } = parts;
  return new Promise((resolve) => {
    let key = storage.getItem(keyStorageName);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === null) {
        if (key !== null) channel.postMessage(key);
      } else if (key === null && typeof data === 'string') {
        key = data;
        storage.setItem(keyStorageName, key);
        resolve(key);
      }
    });
    if (key !== null) return resolve(key);
    channel.postMessage(null); // who has the key?
    wait(answerMs, () => {
      if (key === null) leave(noKeyPath);
    });
  });
}

function ofThisPage(): Parts {
  return {
    storage: sessionStorage,
    channel: new BroadcastChannel(keyChannelName),
    wait: (ms, then) => setTimeout(then, ms),
    leave: (path) => location.replace(path),
  };
}
