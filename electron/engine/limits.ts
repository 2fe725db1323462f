/** Every bound of the engine, with its unit and its reason; those of deciding are in `shared/plan/decide.ts`. */
export const limits = {
  /** RFC 5321 section 4.5.3.1.5 allows 512 octets, extensions more; no honest server sends a line this long. */
  lineBytes: 8192,
  /** A reply of this many lines is an attack or a fault. */
  replyLines: 200,
  replyBytes: 65_536,
  /** Everything a server may send in one dialogue before TLS and again after it. */
  dialogueBytes: 262_144,
  /** Real servers wait 6 to 20 s before they greet, on purpose (postscreen, greet_pause). */
  greetingMs: 30_000,
  /** A plain greeting from a port that is known to speak TLS from the first byte: it is only waited for to show the silence. */
  crossedGreetingMs: 5_000,
  /** On 25, 26 and 2525 while a proper port works: nothing depends on them then. */
  alternativeGreetingMs: 10_000,
  /**
   * A greeting, the reply to EHLO, or a step of TLS, of another operator's server. Those greet at once, and by then a lost packet was sent six times more; a
   * line that is dead for longer is told by whom else was heard meanwhile.
   */
  controlSilenceMs: 5_500,
  /** And so many round trips: on a far line the signs of life of others, by which the silence is judged, come as much later. */
  controlRoundTrips: 2,
  /** A server that takes the connection and says nothing for so long (or so many round trips) is suspected to be mute. */
  muteSuspicionMs: 1_500,
  muteRoundTrips: 6,
  /** So many times it is said that a server is still mute: each time a sign of life of others may be asked for, so that its silence counts. */
  muteReminders: 5,
  /** Such silence is waited out no longer than this where another address, or strangers' silence on that very port, explains it. */
  explainedMs: 5_500,
  /** A server that was heard to pause before it greets is given so many times as long, whatever explains its silence. */
  lateGreetings: 1.5,
  /**
   * A TLS handshake where encryption provably begins nowhere, or a first word where none comes from anybody, so many round trips, and so many
   * times what the quickest stranger takes to greet: it may go well yet, and what silence there means is known from others.
   */
  hopeless: { leastMs: 2_500, roundTrips: 6, greetings: 1.25 },
  /** One command's reply. RFC 5321 allows minutes; a mail program's user does not wait that long. */
  replyMs: 10_000,
  /** The reply to EHLO: tarpits answer it after 15 to 20 s, on purpose. */
  helloMs: 22_000,
  /** TLS handshake. */
  handshakeMs: 10_000,
  /**
   * On a line that loses packets a dialogue that may be made anew is given up so soon, or after so many round trips: by then a lost packet
   * was sent five times, the sixth would follow after as long again, and a new connection needs a second.
   */
  stall: { reply: { leastMs: 3_000, roundTrips: 12 }, handshake: { leastMs: 5_000, roundTrips: 16 } },
  /** One connection attempt to a server that a check has just reached. */
  actConnectMs: 15_000,
  /** A server's answer to a password: some delay a wrong one on purpose, and a directory behind it may be slow. */
  loginMs: 30_000,
  /** A server's word on a message that it has been given whole. RFC 5321 section 4.5.3.2.6 allows ten minutes. */
  messageMs: 120_000,
  /** A mailbox is looked into this often for a message that is on its way. */
  lookIntoMailboxMs: 2_000,
  /** What is read of a message that may be a bounce: its reason stands at the beginning. */
  bounceBytes: 16_384,
  /**
   * A mailbox is looked into for up to an hour, every two seconds, and tells of thousands of folders; a line of a message may be all that is
   * read of it.
   */
  mailbox: { lineBytes: 32_768, replyBytes: 524_288, dialogueBytes: 33_554_432 },
  /** Text that is not the protocol's is read this much longer, to its line end, so that it can be shown. */
  foreignTextMs: 1_000,
  /** How often a limit that may shrink meanwhile is looked at again. */
  recheckMs: 200,
  /** QUIT is a courtesy: its answer changes nothing. */
  quitMs: 2_000,
  /** When a first connection attempt is not answered, further SYNs follow at these times after the first, in ms. */
  extraAttemptsMs: [250, 450, 650, 850, 1000, 1200, 2000, 3500, 6000],
  /**
   * No answer is concluded over at least so long, when so many SYNs have each had `silentRoundTrips` to be answered; `steady` is the
   * contract's own least, `lossy` holds once a connection of this check needed a later SYN. With the kernel's own repetitions seven
   * SYNs or more (eight on lossy lines) could have been answered by then, whatever the distance, so the chance that loss alone silences
   * one address is below 0.00001 at 10 % loss each way and below 0.001 at 20 %; a finding needs that at the user's server and at two
   * operators', each over every family it has.
   */
  silence: { steady: { attempts: 3, overMs: 1200 }, lossy: { attempts: 6, overMs: 1400 } },
  /**
   * SYNs count only on a line that is alive: lines of trains and moving phones are dead for seconds. After so long without anything from
   * anybody (or three round trips; measured round trips may contain a SYN that was sent again, hence the most) the wait begins anew with
   * the next sign of life, up to so many times. Longer than `deadMs` and those round trips nothing keeps quiet but a dead line; on one
   * that was, silence has to be heard twice.
   */
  quiet: { leastMs: 800, roundTrips: 3, mostMs: 2000, restarts: 4, deadMs: 1000 },
  /**
   * A sign of life is asked for so long after the decisive SYN and the last one (or a round trip after that). Without any for
   * `patienceMs`, the attempt ends and proves nothing.
   */
  witness: { afterSynMs: 100, afterLifeMs: 450, patienceMs: 3000 },
  /** So long, and with so many SYNs, one is waited for where nobody at all was ever reached. A satellite's answer takes less than 3 s. */
  nobody: { attempts: 6, overMs: 4_300 },
  /** Twice as many where only other hosts are known to answer. */
  silentRoundTrips: 4,
  /** How many round trips one answer may take: so long a SYN is left alone before the next, and so long the next address waits. */
  answerRoundTrips: 1.5,
  /**
   * A connection slot is lent to others this long (or `answerRoundTrips`) after so many unanswered SYNs. At 10 % loss each
   * way one connection in 30 comes later than the second of them, one in 150 later than the third, and has to be made again.
   */
  giveUp: { steady: 2, lossy: 3, afterMs: 50 },
  /** A host that has never answered is taken to be at least this far away: with 40 ms, far hosts on lossy lines were misjudged. */
  unknownRoundTripMs: 75,
  /**
   * An endpoint whose SYN stays unanswered this long (or three known round trips) is suspected: its host's next address is tried, and
   * controls are asked.
   */
  suspicionMs: 250,
  /** The same where this host has answered on another port, so that its distance is known. */
  nearSuspicionMs: 120,
  suspicionRoundTrips: 3,
  /**
   * The same while nobody has answered but DNS: so many of its round trips. On a line of 300 ms and more, connections under way were
   * suspected, their slots lent to ports that nobody needs, and those of 587 and 465 closed unused when they came.
   */
  expectedRoundTrips: 2,
  /** Windows sends a refused SYN twice more, 0.5 s apart, before it tells; measured by others as about 2 s. */
  windowsRefusalMs: 2_200,
  /** RFC 8305 section 5: the next address is tried this long after the one before. */
  attemptDelayMs: 250,
  /** The same for controls that are near; RFC 8305 forbids less than 10 ms. */
  leastAttemptDelayMs: 50,
  /** Addresses of one host that are tried. */
  addressesPerHost: 6,
  /** Contract, polite probing. */
  connectionsPerHost: 3,
  /** Probes under way in one check. */
  connectionsPerCheck: 24,
  /** A silent discovery source gets this much longer when a working setting is known and nothing else is under way. */
  lateSourceMs: 1_000,
  /** One question to DNS. */
  dnsMs: 4_000,
  /** What is kept of one answer of DNS, of each address family. The biggest providers have eight addresses and five receiving hosts. */
  dnsRecords: 32,
  /**
   * An unanswered question is put anew at these times after the first, in ms, while the earlier ones stay open: a try of c-ares' own would
   * close the one before, whose answer may be on its way, and a name server that takes 2 s is slow, not dead. Where every fifth packet is
   * lost each way, one question in 100 goes without an answer. Repeating a question does a slow server no harm.
   */
  dnsRepeatsMs: [600, 1_300, 2_000, 2_900],
  /** RFC 8305 section 3: what one address family has found does not wait longer for the other. */
  otherFamilyMs: 50,
  /** The system's own lookup may use an answer found beside it when it is this much later. */
  systemLookupGraceMs: 200,
  /** How long the system's own lookup may still find (in a hosts file, by multicast) what DNS says does not exist. */
  systemLookupLastWordMs: 1_000,
  /**
   * How often this computer's own network and clock are looked at, which takes 0.5 ms of processor time. A look that comes later than
   * `asleepMs` found the computer asleep, unless this program was busy for so long; a date that went another way than the time by `leapMs`
   * was set, unless reading both took longer than `readingMs`.
   */
  watch: { everyMs: 100, asleepMs: 2_500, leapMs: 1_500, readingMs: 500 },
  /** A way that this computer or its next hop closes at once is tried so often, over so long, before that counts. */
  turnedAway: {
    refused: { attempts: 2, overMs: 200 },
    unreachable: { attempts: 3, overMs: 1_200 },
  },
  /**
   * What may be this computer's own doing is looked into at the end of a check. Whether connections leave it: each that was turned away is
   * made so often within `tryingMs` (over IPv6 Linux tells of a rejection of its own only after 1 s), those that nobody answered once, for
   * longer than the kernel waits before it sends a SYN again. `losses`: where
   * at least so many packets for each of them came to nothing here, they are tried in so many rounds, each after a pause, and so many more
   * packets for each are to be lost than in the pauses. The rounds are over before a server answers the second of them again, after a second.
   */
  here: {
    tries: 3,
    tryingMs: 900,
    turnedAwayMs: 1_300,
    turnedAwayWholeMs: 2_500,
    silentMs: 1_250,
    losses: { least: 3, rounds: 3, pauseMs: 150, knockMs: 300, surplus: 0.6 },
    proxyMs: 1_500,
    longAnswerMs: 1_500,
    hostsFileBytes: 16_777_216,
    overdueMs: 9_000,
  },
  /** An attempt for which this computer has no descriptor or memory left is made anew after a pause, for so long. */
  ownLack: { pauseMs: 250, patienceMs: 8_000 },
  /** The connectivity check, from request to body. */
  webMs: 5_000,
  webBytes: 65_536,
  /** A page with published settings. Real ones are 2 to 10 kB. */
  pageBytes: 262_144,
  /** One question to a place on the web, redirects included. Mail programs give each 5 to 10 s. */
  pageMs: 8_000,
  /**
   * Nothing on the web is asked before DNS told whether this service lets mail programs in, for so long at the most: one question to DNS
   * and one repetition.
   */
  closedServiceMs: 700,
  /** Issuers of settings redirect once or twice. */
  redirects: 5,
  /** What has promised to end within a time, and has not so much later, never will: a bug of ours. */
  overdueMs: 1_000,
  /** So long, besides the longest wait for one connection, nothing at all happens in a check only when something of ours was lost. */
  stuckMs: 60_000,
} as const;
