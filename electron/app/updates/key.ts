/** Where releases are published. */
export const updateHost = 'postway.example';
/**
 * The key that releases are signed with (`build/sign-release.mjs`): Ed25519, SPKI in base64. Nobody holds the other half of this one: before
 * the first release the makers put their own here.
 */
export const updateKey = 'MCowBQYDK2VwAyEAgv1q/1OfwRUeQVRR6ROESoXFefE5ilyA/iC0KB4ejhs=';
