/** What one listener of the scripted servers does. They play what no ordinary mail server would do, and the web. */
export type Listener = Place & Play;

export type Place = { readonly ipAddress: string; readonly port: number };

export type Play = SmtpPlay | WebPlay | ProxyPlay | MeddlerPlay | DnsPlay | { readonly kind: 'silent' };

export type Files = { readonly certFile: string; readonly keyFile: string };

export type SmtpPlay = {
  readonly kind: 'smtp';
  readonly hostName: string;
  readonly tls: 'starttls' | 'implicit' | 'none';
  readonly files: Files;
  /** Offers no login, not even after TLS. */
  readonly hasNoLogin?: boolean;
  /** STARTTLS is offered in every n-th session of a client only. */
  readonly offersStarttlsEvery?: number;
  /** The server itself resets every connection on which TLS begins. */
  readonly cutsTls?: boolean;
};

export type WebPlay = {
  readonly kind: 'web';
  /** Answer to every path: status, body, and where it redirects. */
  readonly status: number;
  readonly body: string;
  readonly location?: string;
};

/** A DNS server that passes questions on and answers late what it is first asked, or only every n-th time the same is asked. */
export type DnsPlay = {
  readonly kind: 'dns';
  readonly target: Place;
  readonly delayMs: number;
  readonly answersEvery: number;
};

/** Passes connections on to a server that wants to be told who the client is (the PROXY protocol, version 1). */
export type ProxyPlay = { readonly kind: 'proxy'; readonly target: Place };

/**
 * A device on the way that passes connections on and meddles. `antivirus` opens TLS, begun at once or after STARTTLS, and
 * shows a certificate of its own making. `masking` overwrites the greeting and the STARTTLS keyword, as some firewalls do;
 * `deleting` takes the whole line that offers STARTTLS away.
 */
export type MeddlerPlay = {
  readonly kind: 'antivirus' | 'masking' | 'deleting';
  readonly target: Place;
  /** TLS is begun at once there. */
  readonly isImplicit: boolean;
  readonly files: Files;
};
