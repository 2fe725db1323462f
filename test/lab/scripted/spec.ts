/** What one listener of the scripted servers does. They play what no ordinary mail server would do, and the web. */
export type Listener = { readonly ipAddress: string; readonly port: number } & Play;

export type Play = SmtpPlay | WebPlay | { readonly kind: 'silent' };

export type Files = { readonly certFile: string; readonly keyFile: string };

export type SmtpPlay = {
  readonly kind: 'smtp';
  readonly hostName: string;
  readonly tls: 'starttls' | 'implicit' | 'none';
  readonly files: Files;
  /** Greeting lines without code; `220` unless `greetingCode` says otherwise. */
  readonly greeting?: readonly string[];
  readonly greetingCode?: number;
  /** STARTTLS is offered in every n-th session of a client only. */
  readonly offersStarttlsEvery?: number;
};

export type WebPlay = {
  readonly kind: 'web';
  /** Answer to every path: status, body, and where it redirects. */
  readonly status: number;
  readonly body: string;
  readonly location?: string;
  readonly files?: Files;
};
