/** A hosting company that closes ports for sending, and what works there instead. */
export type Hoster = {
  readonly id: string;
  readonly name: string;
  /** What a machine of theirs says of its maker (`/sys/class/dmi/id`), without regard to case. */
  readonly vendor: RegExp;
  /** Outgoing ports that are closed, for new customers at least. */
  readonly closed: readonly number[];
  /** Ports that are open, as far as is known. */
  readonly open: readonly number[];
  /** What it takes to have a port opened. */
  readonly opensBy: 'invoice' | 'form' | 'ticket' | 'rarely' | 'never';
};

/** As of late 2026, for new customers; hosters change this, and some differ by account. */
export const hosters: readonly Hoster[] = [
  {
    id: 'digitalocean',
    name: 'DigitalOcean',
    vendor: /digitalocean/i,
    closed: [25, 465, 587],
    open: [2525],
    opensBy: 'rarely',
  },
  { id: 'hetzner', name: 'Hetzner', vendor: /hetzner/i, closed: [25, 465], open: [587], opensBy: 'invoice' },
  {
    id: 'aws',
    name: 'Amazon EC2',
    vendor: /amazon ec2/i,
    closed: [25],
    open: [587, 465, 2525],
    opensBy: 'form',
  },
  {
    id: 'google-cloud',
    name: 'Google Cloud',
    vendor: /google compute engine/i, // "Google" alone is a Chromebook
    closed: [25],
    open: [587, 465],
    opensBy: 'never',
  },
  { id: 'ovh', name: 'OVH', vendor: /\bovh/i, closed: [25], open: [587], opensBy: 'ticket' },
  { id: 'scaleway', name: 'Scaleway', vendor: /scaleway/i, closed: [25], open: [587], opensBy: 'ticket' },
  {
    id: 'oracle',
    name: 'Oracle Cloud',
    vendor: /oraclecloud/i,
    closed: [25],
    open: [587],
    opensBy: 'ticket',
  },
  {
    id: 'linode',
    name: 'Akamai (Linode)',
    vendor: /linode|akamai/i,
    closed: [25],
    open: [587],
    opensBy: 'ticket',
  },
  { id: 'vultr', name: 'Vultr', vendor: /vultr/i, closed: [25], open: [587], opensBy: 'ticket' },
];

/** The hoster of that id. */
export function hosterOf(id: string | undefined): Hoster | undefined {
  return hosters.find((one) => one.id === id);
}
