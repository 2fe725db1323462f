export declare function signRelease(folder: string, key: string, publicKey: string): Promise<string[]>;
