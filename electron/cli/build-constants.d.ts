/** The version in package.json, put in by the build. */
declare const __POSTWAY_VERSION__: string;
