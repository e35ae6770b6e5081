const block = 16;

/** Takes AES-CBC off, and leaves the padding, as whole blocks only. */
export async function decryptAes(key: Uint8Array, vector: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const whole = data.subarray(0, data.length - (data.length % block));
  if (whole.length === 0) {
    return whole;
  }
  const imported = await importKey(key);
  // The platform wants a padding at the end, which a block of our own is.
  const end = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: own(whole.subarray(-block)) }, imported, new Uint8Array());
  const padded = new Uint8Array(whole.length + block);
  padded.set(whole);
  padded.set(new Uint8Array(end), whole.length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: own(vector) }, imported, padded));
}

/** Puts AES-CBC on whole blocks, without a padding. */
export async function encryptAes(key: Uint8Array, vector: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const encrypted = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: own(vector) }, await importKey(key), own(data));
  return new Uint8Array(encrypted, 0, data.length);
}

function importKey(key: Uint8Array) {
  return crypto.subtle.importKey('raw', own(key), 'AES-CBC', false, ['encrypt', 'decrypt']);
}

/** A copy in memory of its own, as the platform asks for. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
