"use strict";

/** The bytes of a text in Base64; characters that are none, such as line ends, are passed over. */
function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = text.charCodeAt(i);
  }
  return bytes;
}

/** What the page shows: compressed it is JSON, a zero, and the columns that the JSON tells the lengths of. */
async function readData() {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This page needs a browser of the year 2023 or later.");
  }
  const packed = bytesOf(byId("data").textContent);
  byId("data").remove();
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const end = bytes.indexOf(0);
  const data = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  data.columns = new Columns(bytes, end + 1);
  return data;
}

/** The packed columns, one behind the other, in the order in which they are asked for. */
class Columns {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next column, of so many bytes. */
  next(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
