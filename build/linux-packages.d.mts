type Architecture = { readonly deb: string; readonly rpm: string };

export declare function linuxPackage(
  kind: keyof Architecture,
  options: { readonly app: string; readonly out: string; readonly architecture: Architecture },
): Promise<string>;
