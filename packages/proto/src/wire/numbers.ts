// 64-bit fields as plain numbers: exact up to 2^53, which convert checks, and twice as fast to decode as Long objects.
// Must be loaded before the generated module, which looks at util.Long while it is loaded.
import protobuf from 'protobufjs/minimal.js';

(protobuf.util as { Long: unknown }).Long = null;
protobuf.configure();
