/** A provider's settings file with these outgoing servers, each as `host port socketType`. */
export function settingsFile(...servers: readonly string[]): string {
  const elements = servers.map((server) => {
    const [host, port, socketType] = server.split(' ');
    return `<outgoingServer type="smtp"><hostname>${host}</hostname><port>${port}</port>
      <socketType>${socketType}</socketType><authentication>password-cleartext</authentication>
      <username>%EMAILADDRESS%</username></outgoingServer>`;
  });
  return `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="example.org">
    <displayName>Example</displayName>${elements.join('')}</emailProvider></clientConfig>`;
}
