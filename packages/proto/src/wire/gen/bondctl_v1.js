/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $root = $protobuf.roots["bondctl_v1"] || ($protobuf.roots["bondctl_v1"] = {});

export const bondctl = $root.bondctl = (() => {

    const bondctl = {};

    bondctl.v1 = (function() {

        const v1 = {};

        v1.Frame = (function() {

            const Frame = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(Frame.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "welcome", "refuse", "heartbeat", "goodbye", "command", "accepted", "outcome", "progress", "state", "linkEvents", "gap", "samples", "certRequest", "certOffer"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Frame.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                    writer.uint32(8).uint64(message.seq);
                if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                    writer.uint32(16).uint64(message.ack);
                if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                    $root.bondctl.v1.Hello.encode(message.hello, writer.uint32(130).fork(), _depth + 1).ldelim();
                if (message.welcome != null && $Object.hasOwnProperty.call(message, "welcome"))
                    $root.bondctl.v1.Welcome.encode(message.welcome, writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.refuse != null && $Object.hasOwnProperty.call(message, "refuse"))
                    $root.bondctl.v1.Refuse.encode(message.refuse, writer.uint32(146).fork(), _depth + 1).ldelim();
                if (message.heartbeat != null && $Object.hasOwnProperty.call(message, "heartbeat"))
                    $root.bondctl.v1.Heartbeat.encode(message.heartbeat, writer.uint32(154).fork(), _depth + 1).ldelim();
                if (message.goodbye != null && $Object.hasOwnProperty.call(message, "goodbye"))
                    $root.bondctl.v1.Goodbye.encode(message.goodbye, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.command != null && $Object.hasOwnProperty.call(message, "command"))
                    $root.bondctl.v1.Command.encode(message.command, writer.uint32(258).fork(), _depth + 1).ldelim();
                if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted"))
                    $root.bondctl.v1.Accepted.encode(message.accepted, writer.uint32(266).fork(), _depth + 1).ldelim();
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    $root.bondctl.v1.Outcome.encode(message.outcome, writer.uint32(274).fork(), _depth + 1).ldelim();
                if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                    $root.bondctl.v1.Progress.encode(message.progress, writer.uint32(282).fork(), _depth + 1).ldelim();
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    $root.bondctl.v1.State.encode(message.state, writer.uint32(386).fork(), _depth + 1).ldelim();
                if (message.linkEvents != null && $Object.hasOwnProperty.call(message, "linkEvents"))
                    $root.bondctl.v1.LinkEvents.encode(message.linkEvents, writer.uint32(394).fork(), _depth + 1).ldelim();
                if (message.gap != null && $Object.hasOwnProperty.call(message, "gap"))
                    $root.bondctl.v1.Gap.encode(message.gap, writer.uint32(402).fork(), _depth + 1).ldelim();
                if (message.samples != null && $Object.hasOwnProperty.call(message, "samples"))
                    $root.bondctl.v1.Samples.encode(message.samples, writer.uint32(410).fork(), _depth + 1).ldelim();
                if (message.certRequest != null && $Object.hasOwnProperty.call(message, "certRequest"))
                    $root.bondctl.v1.CertRequest.encode(message.certRequest, writer.uint32(514).fork(), _depth + 1).ldelim();
                if (message.certOffer != null && $Object.hasOwnProperty.call(message, "certOffer"))
                    $root.bondctl.v1.CertOffer.encode(message.certOffer, writer.uint32(522).fork(), _depth + 1).ldelim();
                return writer;
            };

            Frame.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Frame();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.seq = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.ack = reader.uint64();
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.hello = $root.bondctl.v1.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                            message.body = "hello";
                            continue;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.welcome = $root.bondctl.v1.Welcome.decode(reader, reader.size(), $undefined, _depth + 1, message.welcome);
                            message.body = "welcome";
                            continue;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.refuse = $root.bondctl.v1.Refuse.decode(reader, reader.size(), $undefined, _depth + 1, message.refuse);
                            message.body = "refuse";
                            continue;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = $root.bondctl.v1.Heartbeat.decode(reader, reader.size(), $undefined, _depth + 1, message.heartbeat);
                            message.body = "heartbeat";
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.goodbye = $root.bondctl.v1.Goodbye.decode(reader, reader.size(), $undefined, _depth + 1, message.goodbye);
                            message.body = "goodbye";
                            continue;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.command = $root.bondctl.v1.Command.decode(reader, reader.size(), $undefined, _depth + 1, message.command);
                            message.body = "command";
                            continue;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.accepted = $root.bondctl.v1.Accepted.decode(reader, reader.size(), $undefined, _depth + 1, message.accepted);
                            message.body = "accepted";
                            continue;
                        }
                    case 34: {
                            if (wireType !== 2)
                                break;
                            message.outcome = $root.bondctl.v1.Outcome.decode(reader, reader.size(), $undefined, _depth + 1, message.outcome);
                            message.body = "outcome";
                            continue;
                        }
                    case 35: {
                            if (wireType !== 2)
                                break;
                            message.progress = $root.bondctl.v1.Progress.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                            message.body = "progress";
                            continue;
                        }
                    case 48: {
                            if (wireType !== 2)
                                break;
                            message.state = $root.bondctl.v1.State.decode(reader, reader.size(), $undefined, _depth + 1, message.state);
                            message.body = "state";
                            continue;
                        }
                    case 49: {
                            if (wireType !== 2)
                                break;
                            message.linkEvents = $root.bondctl.v1.LinkEvents.decode(reader, reader.size(), $undefined, _depth + 1, message.linkEvents);
                            message.body = "linkEvents";
                            continue;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.gap = $root.bondctl.v1.Gap.decode(reader, reader.size(), $undefined, _depth + 1, message.gap);
                            message.body = "gap";
                            continue;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            message.samples = $root.bondctl.v1.Samples.decode(reader, reader.size(), $undefined, _depth + 1, message.samples);
                            message.body = "samples";
                            continue;
                        }
                    case 64: {
                            if (wireType !== 2)
                                break;
                            message.certRequest = $root.bondctl.v1.CertRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.certRequest);
                            message.body = "certRequest";
                            continue;
                        }
                    case 65: {
                            if (wireType !== 2)
                                break;
                            message.certOffer = $root.bondctl.v1.CertOffer.decode(reader, reader.size(), $undefined, _depth + 1, message.certOffer);
                            message.body = "certOffer";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Frame;
        })();

        v1.RefuseCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REFUSE_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "REFUSE_CODE_VERSION"] = 1;
            values[valuesById[2] = "REFUSE_CODE_IDENTITY"] = 2;
            values[valuesById[3] = "REFUSE_CODE_OVERLOAD"] = 3;
            values[valuesById[4] = "REFUSE_CODE_DRAINING"] = 4;
            return values;
        })();

        v1.Closing = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CLOSING_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CLOSING_STOPPING"] = 1;
            values[valuesById[2] = "CLOSING_DRAINING"] = 2;
            values[valuesById[3] = "CLOSING_OVERLOAD"] = 3;
            values[valuesById[4] = "CLOSING_SUPERSEDED"] = 4;
            values[valuesById[5] = "CLOSING_MALFORMED"] = 5;
            values[valuesById[6] = "CLOSING_SEQUENCE"] = 6;
            values[valuesById[7] = "CLOSING_UNEXPECTED"] = 7;
            values[valuesById[8] = "CLOSING_SILENT"] = 8;
            values[valuesById[9] = "CLOSING_REFUSED"] = 9;
            values[valuesById[10] = "CLOSING_SLOW"] = 10;
            values[valuesById[11] = "CLOSING_REVOKED"] = 11;
            return values;
        })();

        v1.Hello = (function() {

            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocolMin != null && $Object.hasOwnProperty.call(message, "protocolMin"))
                    writer.uint32(8).uint64(message.protocolMin);
                if (message.protocolMax != null && $Object.hasOwnProperty.call(message, "protocolMax"))
                    writer.uint32(16).uint64(message.protocolMax);
                if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                    writer.uint32(26).string(message.host);
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    writer.uint32(34).string(message.agentVersion);
                if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                    writer.uint32(42).string(message.epoch);
                if (message.lastFence != null && $Object.hasOwnProperty.call(message, "lastFence"))
                    writer.uint32(48).uint64(message.lastFence);
                return writer;
            };

            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Hello();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.protocolMin = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.protocolMax = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.host = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.agentVersion = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.epoch = reader.stringVerify();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.lastFence = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.Welcome = (function() {

            const Welcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Welcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol"))
                    writer.uint32(8).uint64(message.protocol);
                if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                    writer.uint32(18).string(message.session);
                if (message.fence != null && $Object.hasOwnProperty.call(message, "fence"))
                    writer.uint32(24).uint64(message.fence);
                if (message.heartbeatMs != null && $Object.hasOwnProperty.call(message, "heartbeatMs"))
                    writer.uint32(32).uint64(message.heartbeatMs);
                if (message.reconnectSpreadMs != null && $Object.hasOwnProperty.call(message, "reconnectSpreadMs"))
                    writer.uint32(40).uint64(message.reconnectSpreadMs);
                return writer;
            };

            Welcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Welcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.protocol = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.session = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.fence = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.heartbeatMs = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.reconnectSpreadMs = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Welcome;
        })();

        v1.Refuse = (function() {

            const Refuse = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Refuse.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(8).int32(message.code);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs"))
                    writer.uint32(16).uint64(message.retryAfterMs);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(26).string(message.message);
                return writer;
            };

            Refuse.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Refuse();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.code = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.retryAfterMs = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.message = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Refuse;
        })();

        v1.Heartbeat = (function() {

            const Heartbeat = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return writer;
            };

            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Heartbeat();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Heartbeat;
        })();

        v1.Goodbye = (function() {

            const Goodbye = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Goodbye.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.closing != null && $Object.hasOwnProperty.call(message, "closing"))
                    writer.uint32(8).int32(message.closing);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(18).string(message.message);
                return writer;
            };

            Goodbye.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Goodbye();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.closing = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.message = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Goodbye;
        })();

        v1.Command = (function() {

            const Command = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Command.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(10).string(message.id);
                if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                    writer.uint32(18).string(message.digest);
                if (message.startWithinMs != null && $Object.hasOwnProperty.call(message, "startWithinMs"))
                    writer.uint32(24).uint64(message.startWithinMs);
                if (message.orderName != null && $Object.hasOwnProperty.call(message, "orderName"))
                    writer.uint32(34).string(message.orderName);
                if (message.order != null && $Object.hasOwnProperty.call(message, "order"))
                    $root.bondctl.v1.Order.encode(message.order, writer.uint32(42).fork(), _depth + 1).ldelim();
                return writer;
            };

            Command.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Command();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.digest = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.startWithinMs = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.orderName = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.order = $root.bondctl.v1.Order.decode(reader, reader.size(), $undefined, _depth + 1, message.order);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Command;
        })();

        v1.Accepted = (function() {

            const Accepted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Accepted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(10).string(message.id);
                return writer;
            };

            Accepted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Accepted();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Accepted;
        })();

        v1.Outcome = (function() {

            const Outcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(Outcome.prototype, "form", {
                get: $util.oneOfGetter($oneOfFields = ["plain", "deflated"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Outcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(10).string(message.id);
                if (message.plain != null && $Object.hasOwnProperty.call(message, "plain"))
                    $root.bondctl.v1.CommandOutcome.encode(message.plain, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.deflated != null && $Object.hasOwnProperty.call(message, "deflated"))
                    writer.uint32(26).bytes(message.deflated);
                return writer;
            };

            Outcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Outcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.plain = $root.bondctl.v1.CommandOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.plain);
                            message.form = "plain";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.deflated = reader.bytes();
                            message.form = "deflated";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Outcome;
        })();

        v1.Progress = (function() {

            const Progress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Progress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tx != null && $Object.hasOwnProperty.call(message, "tx"))
                    writer.uint32(10).string(message.tx);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    writer.uint32(18).string(message.phase);
                if (message.step != null && $Object.hasOwnProperty.call(message, "step"))
                    writer.uint32(24).uint64(message.step);
                if (message.steps != null && $Object.hasOwnProperty.call(message, "steps"))
                    writer.uint32(32).uint64(message.steps);
                if (message.sentence != null && $Object.hasOwnProperty.call(message, "sentence"))
                    writer.uint32(42).string(message.sentence);
                return writer;
            };

            Progress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Progress();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.tx = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.phase = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.step = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.steps = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.sentence = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Progress;
        })();

        v1.State = (function() {

            const State = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(State.prototype, "form", {
                get: $util.oneOfGetter($oneOfFields = ["report", "deflated"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            State.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.bondctl.v1.HostReport.encode(message.report, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.deflated != null && $Object.hasOwnProperty.call(message, "deflated"))
                    writer.uint32(18).bytes(message.deflated);
                return writer;
            };

            State.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.State();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.bondctl.v1.HostReport.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            message.form = "report";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.deflated = reader.bytes();
                            message.form = "deflated";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return State;
        })();

        v1.LinkEvents = (function() {

            const LinkEvents = function (properties) {
                this.events = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            LinkEvents.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.events != null && message.events.length)
                    for (let i = 0; i < message.events.length; ++i)
                        $root.bondctl.v1.LinkEvent.encode(message.events[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                return writer;
            };

            LinkEvents.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.LinkEvents();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.events && message.events.length))
                                message.events = [];
                            message.events.push($root.bondctl.v1.LinkEvent.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinkEvents;
        })();

        v1.LinkEvent = (function() {

            const LinkEvent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            LinkEvent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    writer.uint32(8).uint64(message.sequence);
                if (message.atUnixMs != null && $Object.hasOwnProperty.call(message, "atUnixMs"))
                    writer.uint32(16).uint64(message.atUnixMs);
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(26).string(message.bond);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(34).string(message.port);
                if (message.what != null && $Object.hasOwnProperty.call(message, "what"))
                    writer.uint32(42).string(message.what);
                if (message.before != null && $Object.hasOwnProperty.call(message, "before"))
                    writer.uint32(50).string(message.before);
                if (message.after != null && $Object.hasOwnProperty.call(message, "after"))
                    writer.uint32(58).string(message.after);
                return writer;
            };

            LinkEvent.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.LinkEvent();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.sequence = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.atUnixMs = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.port = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.what = reader.stringVerify();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.before = reader.stringVerify();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.after = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LinkEvent;
        })();

        v1.Gap = (function() {

            const Gap = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Gap.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    writer.uint32(8).uint64(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    writer.uint32(16).uint64(message.to);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(26).string(message.reason);
                return writer;
            };

            Gap.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Gap();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.from = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.to = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Gap;
        })();

        v1.Samples = (function() {

            const Samples = function (properties) {
                this.samples = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Samples.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.test != null && $Object.hasOwnProperty.call(message, "test"))
                    writer.uint32(10).string(message.test);
                if (message.samples != null && message.samples.length)
                    for (let i = 0; i < message.samples.length; ++i)
                        $root.bondctl.v1.PortSample.encode(message.samples[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                return writer;
            };

            Samples.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Samples();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.test = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.samples && message.samples.length))
                                message.samples = [];
                            message.samples.push($root.bondctl.v1.PortSample.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Samples;
        })();

        v1.CertRequest = (function() {

            const CertRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            CertRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey"))
                    writer.uint32(10).bytes(message.publicKey);
                if (message.proof != null && $Object.hasOwnProperty.call(message, "proof"))
                    writer.uint32(18).bytes(message.proof);
                return writer;
            };

            CertRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.CertRequest();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.publicKey = reader.bytes();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.proof = reader.bytes();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CertRequest;
        })();

        v1.CertOffer = (function() {

            const CertOffer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            CertOffer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.certificatePem != null && $Object.hasOwnProperty.call(message, "certificatePem"))
                    writer.uint32(10).string(message.certificatePem);
                return writer;
            };

            CertOffer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.CertOffer();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.certificatePem = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CertOffer;
        })();

        v1.RefusalCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "REFUSAL_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "REFUSAL_CODE_POLICY"] = 1;
            values[valuesById[2] = "REFUSAL_CODE_UNSUPPORTED"] = 2;
            values[valuesById[3] = "REFUSAL_CODE_BUSY"] = 3;
            values[valuesById[4] = "REFUSAL_CODE_CONFLICT"] = 4;
            values[valuesById[5] = "REFUSAL_CODE_EXPIRED"] = 5;
            values[valuesById[6] = "REFUSAL_CODE_INVALID"] = 6;
            return values;
        })();

        v1.TxRef = (function() {

            const TxRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            TxRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tx != null && $Object.hasOwnProperty.call(message, "tx"))
                    writer.uint32(10).string(message.tx);
                return writer;
            };

            TxRef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.TxRef();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.tx = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TxRef;
        })();

        v1.TestRef = (function() {

            const TestRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            TestRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.test != null && $Object.hasOwnProperty.call(message, "test"))
                    writer.uint32(10).string(message.test);
                return writer;
            };

            TestRef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.TestRef();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.test = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TestRef;
        })();

        v1.Order = (function() {

            const Order = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(Order.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["plan", "prepare", "apply", "confirm", "rollBack", "forget", "probe", "serve", "measure", "collect", "cancel"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Order.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.bondctl.v1.PlanOrder.encode(message.plan, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.prepare != null && $Object.hasOwnProperty.call(message, "prepare"))
                    $root.bondctl.v1.PrepareOrder.encode(message.prepare, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.apply != null && $Object.hasOwnProperty.call(message, "apply"))
                    $root.bondctl.v1.ApplyOrder.encode(message.apply, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.confirm != null && $Object.hasOwnProperty.call(message, "confirm"))
                    $root.bondctl.v1.TxRef.encode(message.confirm, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.rollBack != null && $Object.hasOwnProperty.call(message, "rollBack"))
                    $root.bondctl.v1.RollBackOrder.encode(message.rollBack, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.forget != null && $Object.hasOwnProperty.call(message, "forget"))
                    $root.bondctl.v1.TxRef.encode(message.forget, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.probe != null && $Object.hasOwnProperty.call(message, "probe"))
                    $root.bondctl.v1.ProbeOrder.encode(message.probe, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.serve != null && $Object.hasOwnProperty.call(message, "serve"))
                    $root.bondctl.v1.ServeOrder.encode(message.serve, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.measure != null && $Object.hasOwnProperty.call(message, "measure"))
                    $root.bondctl.v1.MeasureOrder.encode(message.measure, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.collect != null && $Object.hasOwnProperty.call(message, "collect"))
                    $root.bondctl.v1.TestRef.encode(message.collect, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                    $root.bondctl.v1.TestRef.encode(message.cancel, writer.uint32(90).fork(), _depth + 1).ldelim();
                return writer;
            };

            Order.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Order();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.bondctl.v1.PlanOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            message.kind = "plan";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.prepare = $root.bondctl.v1.PrepareOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.prepare);
                            message.kind = "prepare";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.apply = $root.bondctl.v1.ApplyOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.apply);
                            message.kind = "apply";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.confirm = $root.bondctl.v1.TxRef.decode(reader, reader.size(), $undefined, _depth + 1, message.confirm);
                            message.kind = "confirm";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.rollBack = $root.bondctl.v1.RollBackOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.rollBack);
                            message.kind = "rollBack";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.forget = $root.bondctl.v1.TxRef.decode(reader, reader.size(), $undefined, _depth + 1, message.forget);
                            message.kind = "forget";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.probe = $root.bondctl.v1.ProbeOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.probe);
                            message.kind = "probe";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.serve = $root.bondctl.v1.ServeOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.serve);
                            message.kind = "serve";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.measure = $root.bondctl.v1.MeasureOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.measure);
                            message.kind = "measure";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.collect = $root.bondctl.v1.TestRef.decode(reader, reader.size(), $undefined, _depth + 1, message.collect);
                            message.kind = "collect";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.cancel = $root.bondctl.v1.TestRef.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                            message.kind = "cancel";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Order;
        })();

        v1.PlanOrder = (function() {

            const PlanOrder = function (properties) {
                this.desired = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PlanOrder.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.desired != null && message.desired.length)
                    for (let i = 0; i < message.desired.length; ++i)
                        $root.bondctl.v1.BondDesire.encode(message.desired[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                return writer;
            };

            PlanOrder.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PlanOrder();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.desired && message.desired.length))
                                message.desired = [];
                            message.desired.push($root.bondctl.v1.BondDesire.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PlanOrder;
        })();

        v1.PrepareOrder = (function() {

            const PrepareOrder = function (properties) {
                this.desired = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PrepareOrder.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tx != null && $Object.hasOwnProperty.call(message, "tx"))
                    writer.uint32(10).string(message.tx);
                if (message.desired != null && message.desired.length)
                    for (let i = 0; i < message.desired.length; ++i)
                        $root.bondctl.v1.BondDesire.encode(message.desired[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.deadlineInMs != null && $Object.hasOwnProperty.call(message, "deadlineInMs"))
                    writer.uint32(24).uint64(message.deadlineInMs);
                return writer;
            };

            PrepareOrder.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PrepareOrder();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.tx = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.desired && message.desired.length))
                                message.desired = [];
                            message.desired.push($root.bondctl.v1.BondDesire.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.deadlineInMs = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PrepareOrder;
        })();

        v1.ApplyOrder = (function() {

            const ApplyOrder = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            ApplyOrder.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tx != null && $Object.hasOwnProperty.call(message, "tx"))
                    writer.uint32(10).string(message.tx);
                if (message.settleMs != null && $Object.hasOwnProperty.call(message, "settleMs"))
                    writer.uint32(16).uint64(message.settleMs);
                return writer;
            };

            ApplyOrder.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.ApplyOrder();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.tx = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.settleMs = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ApplyOrder;
        })();

        v1.RollBackOrder = (function() {

            const RollBackOrder = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            RollBackOrder.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tx != null && $Object.hasOwnProperty.call(message, "tx"))
                    writer.uint32(10).string(message.tx);
                if (message.why != null && $Object.hasOwnProperty.call(message, "why"))
                    writer.uint32(18).string(message.why);
                return writer;
            };

            RollBackOrder.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.RollBackOrder();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.tx = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.why = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RollBackOrder;
        })();

        v1.ProbeOrder = (function() {

            const ProbeOrder = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            ProbeOrder.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.test != null && $Object.hasOwnProperty.call(message, "test"))
                    writer.uint32(10).string(message.test);
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(18).string(message.bond);
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer"))
                    writer.uint32(26).string(message.peer);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    $root.bondctl.v1.End.encode(message.from, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    $root.bondctl.v1.End.encode(message.to, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.ipBytes != null && $Object.hasOwnProperty.call(message, "ipBytes"))
                    writer.uint32(48).uint64(message.ipBytes);
                return writer;
            };

            ProbeOrder.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.ProbeOrder();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.test = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.peer = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.from = $root.bondctl.v1.End.decode(reader, reader.size(), $undefined, _depth + 1, message.from);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.to = $root.bondctl.v1.End.decode(reader, reader.size(), $undefined, _depth + 1, message.to);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.ipBytes = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ProbeOrder;
        })();

        v1.ServeOrder = (function() {

            const ServeOrder = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            ServeOrder.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.test != null && $Object.hasOwnProperty.call(message, "test"))
                    writer.uint32(10).string(message.test);
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(18).string(message.bond);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    writer.uint32(26).string(message.address);
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    writer.uint32(32).uint64(message.seconds);
                return writer;
            };

            ServeOrder.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.ServeOrder();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.test = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.address = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.seconds = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ServeOrder;
        })();

        v1.MeasureOrder = (function() {

            const MeasureOrder = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            MeasureOrder.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.test != null && $Object.hasOwnProperty.call(message, "test"))
                    writer.uint32(10).string(message.test);
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(18).string(message.bond);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    writer.uint32(26).string(message.address);
                if (message.peer != null && $Object.hasOwnProperty.call(message, "peer"))
                    writer.uint32(34).string(message.peer);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(40).uint64(message.port);
                if (message.parameters != null && $Object.hasOwnProperty.call(message, "parameters"))
                    $root.bondctl.v1.RunParameters.encode(message.parameters, writer.uint32(50).fork(), _depth + 1).ldelim();
                return writer;
            };

            MeasureOrder.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.MeasureOrder();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.test = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.address = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.peer = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.port = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.parameters = $root.bondctl.v1.RunParameters.decode(reader, reader.size(), $undefined, _depth + 1, message.parameters);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MeasureOrder;
        })();

        v1.CommandOutcome = (function() {

            const CommandOutcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(CommandOutcome.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["planned", "transaction", "forgotten", "probed", "serving", "measured", "collected", "cancelled", "refused", "failed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CommandOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.planned != null && $Object.hasOwnProperty.call(message, "planned"))
                    $root.bondctl.v1.HostPlan.encode(message.planned, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.transaction != null && $Object.hasOwnProperty.call(message, "transaction"))
                    $root.bondctl.v1.TransactionOutcome.encode(message.transaction, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.forgotten != null && $Object.hasOwnProperty.call(message, "forgotten"))
                    $root.bondctl.v1.TxRef.encode(message.forgotten, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.probed != null && $Object.hasOwnProperty.call(message, "probed"))
                    $root.bondctl.v1.PathProbe.encode(message.probed, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.serving != null && $Object.hasOwnProperty.call(message, "serving"))
                    $root.bondctl.v1.ServingOutcome.encode(message.serving, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.measured != null && $Object.hasOwnProperty.call(message, "measured"))
                    $root.bondctl.v1.MeasuredOutcome.encode(message.measured, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.collected != null && $Object.hasOwnProperty.call(message, "collected"))
                    $root.bondctl.v1.CollectedOutcome.encode(message.collected, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.cancelled != null && $Object.hasOwnProperty.call(message, "cancelled"))
                    $root.bondctl.v1.TestRef.encode(message.cancelled, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                    $root.bondctl.v1.RefusedOutcome.encode(message.refused, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.failed != null && $Object.hasOwnProperty.call(message, "failed"))
                    $root.bondctl.v1.FailedOutcome.encode(message.failed, writer.uint32(82).fork(), _depth + 1).ldelim();
                return writer;
            };

            CommandOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.CommandOutcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.planned = $root.bondctl.v1.HostPlan.decode(reader, reader.size(), $undefined, _depth + 1, message.planned);
                            message.kind = "planned";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.transaction = $root.bondctl.v1.TransactionOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.transaction);
                            message.kind = "transaction";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.forgotten = $root.bondctl.v1.TxRef.decode(reader, reader.size(), $undefined, _depth + 1, message.forgotten);
                            message.kind = "forgotten";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.probed = $root.bondctl.v1.PathProbe.decode(reader, reader.size(), $undefined, _depth + 1, message.probed);
                            message.kind = "probed";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.serving = $root.bondctl.v1.ServingOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.serving);
                            message.kind = "serving";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.measured = $root.bondctl.v1.MeasuredOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.measured);
                            message.kind = "measured";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.collected = $root.bondctl.v1.CollectedOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.collected);
                            message.kind = "collected";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.cancelled = $root.bondctl.v1.TestRef.decode(reader, reader.size(), $undefined, _depth + 1, message.cancelled);
                            message.kind = "cancelled";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.refused = $root.bondctl.v1.RefusedOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.refused);
                            message.kind = "refused";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.failed = $root.bondctl.v1.FailedOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.failed);
                            message.kind = "failed";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CommandOutcome;
        })();

        v1.TransactionOutcome = (function() {

            const TransactionOutcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            TransactionOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tx != null && $Object.hasOwnProperty.call(message, "tx"))
                    writer.uint32(10).string(message.tx);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    $root.bondctl.v1.TxOutcome.encode(message.outcome, writer.uint32(18).fork(), _depth + 1).ldelim();
                return writer;
            };

            TransactionOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.TransactionOutcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.tx = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.outcome = $root.bondctl.v1.TxOutcome.decode(reader, reader.size(), $undefined, _depth + 1, message.outcome);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransactionOutcome;
        })();

        v1.ServingOutcome = (function() {

            const ServingOutcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            ServingOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(8).uint64(message.port);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(18).string(message.version);
                return writer;
            };

            ServingOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.ServingOutcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.port = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ServingOutcome;
        })();

        v1.MeasuredOutcome = (function() {

            const MeasuredOutcome = function (properties) {
                this.samples = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            MeasuredOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict"))
                    $root.bondctl.v1.RunVerdict.encode(message.verdict, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.run != null && $Object.hasOwnProperty.call(message, "run"))
                    $root.bondctl.v1.IperfRun.encode(message.run, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.samples != null && message.samples.length)
                    for (let i = 0; i < message.samples.length; ++i)
                        $root.bondctl.v1.PortSample.encode(message.samples[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                return writer;
            };

            MeasuredOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.MeasuredOutcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.verdict = $root.bondctl.v1.RunVerdict.decode(reader, reader.size(), $undefined, _depth + 1, message.verdict);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.run = $root.bondctl.v1.IperfRun.decode(reader, reader.size(), $undefined, _depth + 1, message.run);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.samples && message.samples.length))
                                message.samples = [];
                            message.samples.push($root.bondctl.v1.PortSample.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return MeasuredOutcome;
        })();

        v1.CollectedOutcome = (function() {

            const CollectedOutcome = function (properties) {
                this.samples = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            CollectedOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.run != null && $Object.hasOwnProperty.call(message, "run"))
                    $root.bondctl.v1.IperfRun.encode(message.run, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.samples != null && message.samples.length)
                    for (let i = 0; i < message.samples.length; ++i)
                        $root.bondctl.v1.PortSample.encode(message.samples[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                return writer;
            };

            CollectedOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.CollectedOutcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.run = $root.bondctl.v1.IperfRun.decode(reader, reader.size(), $undefined, _depth + 1, message.run);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.samples && message.samples.length))
                                message.samples = [];
                            message.samples.push($root.bondctl.v1.PortSample.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CollectedOutcome;
        })();

        v1.RefusedOutcome = (function() {

            const RefusedOutcome = function (properties) {
                this.refusals = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            RefusedOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(8).int32(message.code);
                if (message.refusals != null && message.refusals.length)
                    for (let i = 0; i < message.refusals.length; ++i)
                        $root.bondctl.v1.Refusal.encode(message.refusals[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                return writer;
            };

            RefusedOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.RefusedOutcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.code = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.refusals && message.refusals.length))
                                message.refusals = [];
                            message.refusals.push($root.bondctl.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RefusedOutcome;
        })();

        v1.FailedOutcome = (function() {

            const FailedOutcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            FailedOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(10).string(message.message);
                return writer;
            };

            FailedOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.FailedOutcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.message = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return FailedOutcome;
        })();

        v1.BondMode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "BOND_MODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "BOND_MODE_BALANCE_RR"] = 1;
            values[valuesById[2] = "BOND_MODE_ACTIVE_BACKUP"] = 2;
            values[valuesById[3] = "BOND_MODE_BALANCE_XOR"] = 3;
            values[valuesById[4] = "BOND_MODE_BROADCAST"] = 4;
            values[valuesById[5] = "BOND_MODE_8023AD"] = 5;
            values[valuesById[6] = "BOND_MODE_BALANCE_TLB"] = 6;
            values[valuesById[7] = "BOND_MODE_BALANCE_ALB"] = 7;
            return values;
        })();

        v1.MiiStatus = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "MII_STATUS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "MII_STATUS_UP"] = 1;
            values[valuesById[2] = "MII_STATUS_GOING_DOWN"] = 2;
            values[valuesById[3] = "MII_STATUS_DOWN"] = 3;
            values[valuesById[4] = "MII_STATUS_GOING_BACK"] = 4;
            values[valuesById[5] = "MII_STATUS_UNKNOWN"] = 5;
            return values;
        })();

        v1.Duplex = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DUPLEX_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DUPLEX_FULL"] = 1;
            values[valuesById[2] = "DUPLEX_HALF"] = 2;
            return values;
        })();

        v1.Switch = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SWITCH_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SWITCH_ON"] = 1;
            values[valuesById[2] = "SWITCH_OFF"] = 2;
            return values;
        })();

        v1.LacpRate = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LACP_RATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LACP_RATE_SLOW"] = 1;
            values[valuesById[2] = "LACP_RATE_FAST"] = 2;
            return values;
        })();

        v1.OptionValue = (function() {

            const OptionValue = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            OptionValue.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(10).string(message.name);
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    writer.uint32(18).string(message.value);
                return writer;
            };

            OptionValue.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.OptionValue();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.value = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return OptionValue;
        })();

        v1.Addresses = (function() {

            const Addresses = function (properties) {
                this.items = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Addresses.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        writer.uint32(10).string(message.items[i]);
                return writer;
            };

            Addresses.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Addresses();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Addresses;
        })();

        v1.BondSpec = (function() {

            const BondSpec = function (properties) {
                this.ports = [];
                this.options = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            BondSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(10).string(message.name);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                    writer.uint32(16).int32(message.mode);
                if (message.ports != null && message.ports.length)
                    for (let i = 0; i < message.ports.length; ++i)
                        writer.uint32(26).string(message.ports[i]);
                if (message.options != null && message.options.length)
                    for (let i = 0; i < message.options.length; ++i)
                        $root.bondctl.v1.OptionValue.encode(message.options[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.mtu != null && $Object.hasOwnProperty.call(message, "mtu"))
                    writer.uint32(40).uint32(message.mtu);
                if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses"))
                    $root.bondctl.v1.Addresses.encode(message.addresses, writer.uint32(50).fork(), _depth + 1).ldelim();
                return writer;
            };

            BondSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.BondSpec();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.mode = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.options && message.options.length))
                                message.options = [];
                            message.options.push($root.bondctl.v1.OptionValue.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.mtu = reader.uint32();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.addresses = $root.bondctl.v1.Addresses.decode(reader, reader.size(), $undefined, _depth + 1, message.addresses);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BondSpec;
        })();

        v1.BondDesire = (function() {

            const BondDesire = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(BondDesire.prototype, "state", {
                get: $util.oneOfGetter($oneOfFields = ["present", "absent"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            BondDesire.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.present != null && $Object.hasOwnProperty.call(message, "present"))
                    $root.bondctl.v1.PresentBond.encode(message.present, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.absent != null && $Object.hasOwnProperty.call(message, "absent"))
                    $root.bondctl.v1.AbsentBond.encode(message.absent, writer.uint32(18).fork(), _depth + 1).ldelim();
                return writer;
            };

            BondDesire.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.BondDesire();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.present = $root.bondctl.v1.PresentBond.decode(reader, reader.size(), $undefined, _depth + 1, message.present);
                            message.state = "present";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.absent = $root.bondctl.v1.AbsentBond.decode(reader, reader.size(), $undefined, _depth + 1, message.absent);
                            message.state = "absent";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BondDesire;
        })();

        v1.PresentBond = (function() {

            const PresentBond = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PresentBond.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
                    $root.bondctl.v1.BondSpec.encode(message.spec, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.allowControlPath != null && $Object.hasOwnProperty.call(message, "allowControlPath"))
                    writer.uint32(16).bool(message.allowControlPath);
                return writer;
            };

            PresentBond.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PresentBond();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.spec = $root.bondctl.v1.BondSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.allowControlPath = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PresentBond;
        })();

        v1.AbsentBond = (function() {

            const AbsentBond = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            AbsentBond.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(10).string(message.name);
                if (message.allowControlPath != null && $Object.hasOwnProperty.call(message, "allowControlPath"))
                    writer.uint32(16).bool(message.allowControlPath);
                return writer;
            };

            AbsentBond.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.AbsentBond();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.allowControlPath = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AbsentBond;
        })();

        v1.LacpSide = (function() {

            const LacpSide = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            LacpSide.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.systemPriority != null && $Object.hasOwnProperty.call(message, "systemPriority"))
                    writer.uint32(8).uint64(message.systemPriority);
                if (message.systemMac != null && $Object.hasOwnProperty.call(message, "systemMac"))
                    writer.uint32(18).string(message.systemMac);
                if (message.portKey != null && $Object.hasOwnProperty.call(message, "portKey"))
                    writer.uint32(24).uint64(message.portKey);
                if (message.portPriority != null && $Object.hasOwnProperty.call(message, "portPriority"))
                    writer.uint32(32).uint64(message.portPriority);
                if (message.portNumber != null && $Object.hasOwnProperty.call(message, "portNumber"))
                    writer.uint32(40).uint64(message.portNumber);
                if (message.portState != null && $Object.hasOwnProperty.call(message, "portState"))
                    writer.uint32(48).uint64(message.portState);
                return writer;
            };

            LacpSide.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.LacpSide();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.systemPriority = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.systemMac = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.portKey = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.portPriority = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.portNumber = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.portState = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return LacpSide;
        })();

        v1.PortLacp = (function() {

            const PortLacp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PortLacp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.aggregatorId != null && $Object.hasOwnProperty.call(message, "aggregatorId"))
                    writer.uint32(8).uint64(message.aggregatorId);
                if (message.actorChurn != null && $Object.hasOwnProperty.call(message, "actorChurn"))
                    writer.uint32(18).string(message.actorChurn);
                if (message.partnerChurn != null && $Object.hasOwnProperty.call(message, "partnerChurn"))
                    writer.uint32(26).string(message.partnerChurn);
                if (message.actorChurnedCount != null && $Object.hasOwnProperty.call(message, "actorChurnedCount"))
                    writer.uint32(32).uint64(message.actorChurnedCount);
                if (message.partnerChurnedCount != null && $Object.hasOwnProperty.call(message, "partnerChurnedCount"))
                    writer.uint32(40).uint64(message.partnerChurnedCount);
                if (message.actor != null && $Object.hasOwnProperty.call(message, "actor"))
                    $root.bondctl.v1.LacpSide.encode(message.actor, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.partner != null && $Object.hasOwnProperty.call(message, "partner"))
                    $root.bondctl.v1.LacpSide.encode(message.partner, writer.uint32(58).fork(), _depth + 1).ldelim();
                return writer;
            };

            PortLacp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PortLacp();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.aggregatorId = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.actorChurn = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.partnerChurn = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.actorChurnedCount = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.partnerChurnedCount = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.actor = $root.bondctl.v1.LacpSide.decode(reader, reader.size(), $undefined, _depth + 1, message.actor);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.partner = $root.bondctl.v1.LacpSide.decode(reader, reader.size(), $undefined, _depth + 1, message.partner);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PortLacp;
        })();

        v1.PortState = (function() {

            const PortState = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PortState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(10).string(message.name);
                if (message.miiStatus != null && $Object.hasOwnProperty.call(message, "miiStatus"))
                    writer.uint32(16).int32(message.miiStatus);
                if (message.speedMbps != null && $Object.hasOwnProperty.call(message, "speedMbps"))
                    writer.uint32(24).uint64(message.speedMbps);
                if (message.duplex != null && $Object.hasOwnProperty.call(message, "duplex"))
                    writer.uint32(32).int32(message.duplex);
                if (message.linkFailureCount != null && $Object.hasOwnProperty.call(message, "linkFailureCount"))
                    writer.uint32(40).uint64(message.linkFailureCount);
                if (message.permanentMac != null && $Object.hasOwnProperty.call(message, "permanentMac"))
                    writer.uint32(50).string(message.permanentMac);
                if (message.queueId != null && $Object.hasOwnProperty.call(message, "queueId"))
                    writer.uint32(56).uint64(message.queueId);
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority"))
                    writer.uint32(64).sint64(message.priority);
                if (message.lacp != null && $Object.hasOwnProperty.call(message, "lacp"))
                    $root.bondctl.v1.PortLacp.encode(message.lacp, writer.uint32(74).fork(), _depth + 1).ldelim();
                return writer;
            };

            PortState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PortState();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.miiStatus = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.speedMbps = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.duplex = reader.int32();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.linkFailureCount = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.permanentMac = reader.stringVerify();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.queueId = reader.uint64();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.priority = reader.sint64();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.lacp = $root.bondctl.v1.PortLacp.decode(reader, reader.size(), $undefined, _depth + 1, message.lacp);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PortState;
        })();

        v1.Aggregator = (function() {

            const Aggregator = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Aggregator.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(8).uint64(message.id);
                if (message.ports != null && $Object.hasOwnProperty.call(message, "ports"))
                    writer.uint32(16).uint64(message.ports);
                if (message.actorKey != null && $Object.hasOwnProperty.call(message, "actorKey"))
                    writer.uint32(24).uint64(message.actorKey);
                if (message.partnerKey != null && $Object.hasOwnProperty.call(message, "partnerKey"))
                    writer.uint32(32).uint64(message.partnerKey);
                if (message.partnerMac != null && $Object.hasOwnProperty.call(message, "partnerMac"))
                    writer.uint32(42).string(message.partnerMac);
                return writer;
            };

            Aggregator.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Aggregator();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.id = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.ports = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.actorKey = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.partnerKey = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.partnerMac = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Aggregator;
        })();

        v1.BondLacp = (function() {

            const BondLacp = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            BondLacp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.active != null && $Object.hasOwnProperty.call(message, "active"))
                    writer.uint32(8).int32(message.active);
                if (message.rate != null && $Object.hasOwnProperty.call(message, "rate"))
                    writer.uint32(16).int32(message.rate);
                if (message.minLinks != null && $Object.hasOwnProperty.call(message, "minLinks"))
                    writer.uint32(24).uint64(message.minLinks);
                if (message.adSelect != null && $Object.hasOwnProperty.call(message, "adSelect"))
                    writer.uint32(34).string(message.adSelect);
                if (message.systemPriority != null && $Object.hasOwnProperty.call(message, "systemPriority"))
                    writer.uint32(40).uint64(message.systemPriority);
                if (message.systemMac != null && $Object.hasOwnProperty.call(message, "systemMac"))
                    writer.uint32(50).string(message.systemMac);
                if (message.aggregator != null && $Object.hasOwnProperty.call(message, "aggregator"))
                    $root.bondctl.v1.Aggregator.encode(message.aggregator, writer.uint32(58).fork(), _depth + 1).ldelim();
                return writer;
            };

            BondLacp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.BondLacp();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.active = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.rate = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.minLinks = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.adSelect = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.systemPriority = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.systemMac = reader.stringVerify();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.aggregator = $root.bondctl.v1.Aggregator.decode(reader, reader.size(), $undefined, _depth + 1, message.aggregator);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BondLacp;
        })();

        v1.BondPrimary = (function() {

            const BondPrimary = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            BondPrimary.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(10).string(message.port);
                if (message.reselect != null && $Object.hasOwnProperty.call(message, "reselect"))
                    writer.uint32(18).string(message.reselect);
                return writer;
            };

            BondPrimary.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.BondPrimary();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.port = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.reselect = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BondPrimary;
        })();

        v1.BondArp = (function() {

            const BondArp = function (properties) {
                this.targets = [];
                this.nsTargets = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            BondArp.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.intervalMs != null && $Object.hasOwnProperty.call(message, "intervalMs"))
                    writer.uint32(8).uint64(message.intervalMs);
                if (message.missedMax != null && $Object.hasOwnProperty.call(message, "missedMax"))
                    writer.uint32(16).uint64(message.missedMax);
                if (message.targets != null && message.targets.length)
                    for (let i = 0; i < message.targets.length; ++i)
                        writer.uint32(26).string(message.targets[i]);
                if (message.nsTargets != null && message.nsTargets.length)
                    for (let i = 0; i < message.nsTargets.length; ++i)
                        writer.uint32(34).string(message.nsTargets[i]);
                return writer;
            };

            BondArp.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.BondArp();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.intervalMs = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.missedMax = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.targets && message.targets.length))
                                message.targets = [];
                            message.targets.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nsTargets && message.nsTargets.length))
                                message.nsTargets = [];
                            message.nsTargets.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BondArp;
        })();

        v1.BondState = (function() {

            const BondState = function (properties) {
                this.ports = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            BondState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(10).string(message.name);
                if (message.driver != null && $Object.hasOwnProperty.call(message, "driver"))
                    writer.uint32(18).string(message.driver);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                    writer.uint32(24).int32(message.mode);
                if (message.modeText != null && $Object.hasOwnProperty.call(message, "modeText"))
                    writer.uint32(34).string(message.modeText);
                if (message.failOverMac != null && $Object.hasOwnProperty.call(message, "failOverMac"))
                    writer.uint32(42).string(message.failOverMac);
                if (message.xmitHashPolicy != null && $Object.hasOwnProperty.call(message, "xmitHashPolicy"))
                    writer.uint32(50).string(message.xmitHashPolicy);
                if (message.primary != null && $Object.hasOwnProperty.call(message, "primary"))
                    $root.bondctl.v1.BondPrimary.encode(message.primary, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.activePort != null && $Object.hasOwnProperty.call(message, "activePort"))
                    writer.uint32(66).string(message.activePort);
                if (message.miiStatus != null && $Object.hasOwnProperty.call(message, "miiStatus"))
                    writer.uint32(72).int32(message.miiStatus);
                if (message.miimonMs != null && $Object.hasOwnProperty.call(message, "miimonMs"))
                    writer.uint32(80).uint64(message.miimonMs);
                if (message.updelayMs != null && $Object.hasOwnProperty.call(message, "updelayMs"))
                    writer.uint32(88).uint64(message.updelayMs);
                if (message.downdelayMs != null && $Object.hasOwnProperty.call(message, "downdelayMs"))
                    writer.uint32(96).uint64(message.downdelayMs);
                if (message.peerNotifDelayMs != null && $Object.hasOwnProperty.call(message, "peerNotifDelayMs"))
                    writer.uint32(104).uint64(message.peerNotifDelayMs);
                if (message.arp != null && $Object.hasOwnProperty.call(message, "arp"))
                    $root.bondctl.v1.BondArp.encode(message.arp, writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.lacp != null && $Object.hasOwnProperty.call(message, "lacp"))
                    $root.bondctl.v1.BondLacp.encode(message.lacp, writer.uint32(122).fork(), _depth + 1).ldelim();
                if (message.ports != null && message.ports.length)
                    for (let i = 0; i < message.ports.length; ++i)
                        $root.bondctl.v1.PortState.encode(message.ports[i], writer.uint32(130).fork(), _depth + 1).ldelim();
                return writer;
            };

            BondState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.BondState();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.driver = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.mode = reader.int32();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.modeText = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.failOverMac = reader.stringVerify();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.xmitHashPolicy = reader.stringVerify();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.primary = $root.bondctl.v1.BondPrimary.decode(reader, reader.size(), $undefined, _depth + 1, message.primary);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.activePort = reader.stringVerify();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.miiStatus = reader.int32();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.miimonMs = reader.uint64();
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.updelayMs = reader.uint64();
                            continue;
                        }
                    case 12: {
                            if (wireType !== 0)
                                break;
                            message.downdelayMs = reader.uint64();
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            message.peerNotifDelayMs = reader.uint64();
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.arp = $root.bondctl.v1.BondArp.decode(reader, reader.size(), $undefined, _depth + 1, message.arp);
                            continue;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.lacp = $root.bondctl.v1.BondLacp.decode(reader, reader.size(), $undefined, _depth + 1, message.lacp);
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push($root.bondctl.v1.PortState.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BondState;
        })();

        v1.Role = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ROLE_CLIENT"] = 1;
            values[valuesById[2] = "ROLE_SERVER"] = 2;
            return values;
        })();

        v1.Ending = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ENDING_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ENDING_FINISHED"] = 1;
            values[valuesById[2] = "ENDING_WATCHDOG"] = 2;
            values[valuesById[3] = "ENDING_CANCELLED"] = 3;
            return values;
        })();

        v1.RunFault = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "RUN_FAULT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "RUN_FAULT_BUSY"] = 1;
            values[valuesById[2] = "RUN_FAULT_CANNOT_CONNECT"] = 2;
            values[valuesById[3] = "RUN_FAULT_ADDRESS_IN_USE"] = 3;
            values[valuesById[4] = "RUN_FAULT_INTERRUPTED"] = 4;
            values[valuesById[5] = "RUN_FAULT_POLICY"] = 5;
            values[valuesById[6] = "RUN_FAULT_AUTHORIZATION"] = 6;
            values[valuesById[7] = "RUN_FAULT_NETWORK"] = 7;
            values[valuesById[8] = "RUN_FAULT_WATCHDOG"] = 8;
            values[valuesById[9] = "RUN_FAULT_NO_DOCUMENT"] = 9;
            values[valuesById[10] = "RUN_FAULT_NO_DATA"] = 10;
            values[valuesById[11] = "RUN_FAULT_TOO_SHORT"] = 11;
            values[valuesById[12] = "RUN_FAULT_SPAWN"] = 12;
            values[valuesById[13] = "RUN_FAULT_OTHER"] = 13;
            return values;
        })();

        v1.End = (function() {

            const End = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            End.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.host != null && $Object.hasOwnProperty.call(message, "host"))
                    writer.uint32(10).string(message.host);
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(18).string(message.bond);
                return writer;
            };

            End.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.End();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.host = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return End;
        })();

        v1.RunParameters = (function() {

            const RunParameters = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            RunParameters.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.streams != null && $Object.hasOwnProperty.call(message, "streams"))
                    writer.uint32(8).uint64(message.streams);
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    writer.uint32(16).uint64(message.seconds);
                return writer;
            };

            RunParameters.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.RunParameters();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.streams = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.seconds = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RunParameters;
        })();

        v1.PortSample = (function() {

            const PortSample = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PortSample.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(10).string(message.port);
                if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs"))
                    writer.uint32(17).double(message.atMs);
                if (message.txBytes != null && $Object.hasOwnProperty.call(message, "txBytes"))
                    writer.uint32(24).uint64(message.txBytes);
                if (message.rxBytes != null && $Object.hasOwnProperty.call(message, "rxBytes"))
                    writer.uint32(32).uint64(message.rxBytes);
                if (message.txPackets != null && $Object.hasOwnProperty.call(message, "txPackets"))
                    writer.uint32(40).uint64(message.txPackets);
                if (message.rxPackets != null && $Object.hasOwnProperty.call(message, "rxPackets"))
                    writer.uint32(48).uint64(message.rxPackets);
                if (message.txDropped != null && $Object.hasOwnProperty.call(message, "txDropped"))
                    writer.uint32(56).uint64(message.txDropped);
                if (message.rxDropped != null && $Object.hasOwnProperty.call(message, "rxDropped"))
                    writer.uint32(64).uint64(message.rxDropped);
                return writer;
            };

            PortSample.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PortSample();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.port = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.atMs = reader.double();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.txBytes = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.rxBytes = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.txPackets = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.rxPackets = reader.uint64();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.txDropped = reader.uint64();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.rxDropped = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PortSample;
        })();

        v1.Exit = (function() {

            const Exit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(Exit.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["code", "signal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Exit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    writer.uint32(8).sint64(message.code);
                if (message.signal != null && $Object.hasOwnProperty.call(message, "signal"))
                    writer.uint32(18).string(message.signal);
                return writer;
            };

            Exit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Exit();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.code = reader.sint64();
                            message.kind = "code";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.signal = reader.stringVerify();
                            message.kind = "signal";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Exit;
        })();

        v1.Truncated = (function() {

            const Truncated = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Truncated.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                    writer.uint32(8).uint64(message.bytes);
                if (message.sha256 != null && $Object.hasOwnProperty.call(message, "sha256"))
                    writer.uint32(18).string(message.sha256);
                return writer;
            };

            Truncated.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Truncated();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.bytes = reader.uint64();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.sha256 = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Truncated;
        })();

        v1.IperfRun = (function() {

            const IperfRun = function (properties) {
                this.command = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            IperfRun.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && $Object.hasOwnProperty.call(message, "role"))
                    writer.uint32(8).int32(message.role);
                if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                    writer.uint32(18).string(message.version);
                if (message.command != null && message.command.length)
                    for (let i = 0; i < message.command.length; ++i)
                        writer.uint32(26).string(message.command[i]);
                if (message.document != null && $Object.hasOwnProperty.call(message, "document"))
                    writer.uint32(34).bytes(message.document);
                if (message.truncated != null && $Object.hasOwnProperty.call(message, "truncated"))
                    $root.bondctl.v1.Truncated.encode(message.truncated, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.exit != null && $Object.hasOwnProperty.call(message, "exit"))
                    $root.bondctl.v1.Exit.encode(message.exit, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.ending != null && $Object.hasOwnProperty.call(message, "ending"))
                    writer.uint32(56).int32(message.ending);
                return writer;
            };

            IperfRun.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.IperfRun();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.role = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.version = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.command && message.command.length))
                                message.command = [];
                            message.command.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.document = reader.bytes();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.truncated = $root.bondctl.v1.Truncated.decode(reader, reader.size(), $undefined, _depth + 1, message.truncated);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.exit = $root.bondctl.v1.Exit.decode(reader, reader.size(), $undefined, _depth + 1, message.exit);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.ending = reader.int32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return IperfRun;
        })();

        v1.RunFigures = (function() {

            const RunFigures = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            RunFigures.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.receivedBps != null && $Object.hasOwnProperty.call(message, "receivedBps"))
                    writer.uint32(9).double(message.receivedBps);
                if (message.receivedBytes != null && $Object.hasOwnProperty.call(message, "receivedBytes"))
                    writer.uint32(16).uint64(message.receivedBytes);
                if (message.sentBytes != null && $Object.hasOwnProperty.call(message, "sentBytes"))
                    writer.uint32(24).uint64(message.sentBytes);
                if (message.retransmits != null && $Object.hasOwnProperty.call(message, "retransmits"))
                    writer.uint32(32).uint64(message.retransmits);
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    writer.uint32(41).double(message.seconds);
                if (message.mss != null && $Object.hasOwnProperty.call(message, "mss"))
                    writer.uint32(48).uint64(message.mss);
                return writer;
            };

            RunFigures.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.RunFigures();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            message.receivedBps = reader.double();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.receivedBytes = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.sentBytes = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.retransmits = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.seconds = reader.double();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.mss = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RunFigures;
        })();

        v1.RunFailed = (function() {

            const RunFailed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            RunFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.fault != null && $Object.hasOwnProperty.call(message, "fault"))
                    writer.uint32(8).int32(message.fault);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(18).string(message.message);
                return writer;
            };

            RunFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.RunFailed();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.fault = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.message = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RunFailed;
        })();

        v1.RunVerdict = (function() {

            const RunVerdict = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(RunVerdict.prototype, "verdict", {
                get: $util.oneOfGetter($oneOfFields = ["figures", "failed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            RunVerdict.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.figures != null && $Object.hasOwnProperty.call(message, "figures"))
                    $root.bondctl.v1.RunFigures.encode(message.figures, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.failed != null && $Object.hasOwnProperty.call(message, "failed"))
                    $root.bondctl.v1.RunFailed.encode(message.failed, writer.uint32(18).fork(), _depth + 1).ldelim();
                return writer;
            };

            RunVerdict.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.RunVerdict();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.figures = $root.bondctl.v1.RunFigures.decode(reader, reader.size(), $undefined, _depth + 1, message.figures);
                            message.verdict = "figures";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.failed = $root.bondctl.v1.RunFailed.decode(reader, reader.size(), $undefined, _depth + 1, message.failed);
                            message.verdict = "failed";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RunVerdict;
        })();

        v1.PathProbe = (function() {

            const PathProbe = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PathProbe.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    $root.bondctl.v1.End.encode(message.from, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    $root.bondctl.v1.End.encode(message.to, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.ipBytes != null && $Object.hasOwnProperty.call(message, "ipBytes"))
                    writer.uint32(24).uint64(message.ipBytes);
                if (message.sent != null && $Object.hasOwnProperty.call(message, "sent"))
                    writer.uint32(32).uint64(message.sent);
                if (message.received != null && $Object.hasOwnProperty.call(message, "received"))
                    writer.uint32(40).uint64(message.received);
                if (message.complaint != null && $Object.hasOwnProperty.call(message, "complaint"))
                    writer.uint32(50).string(message.complaint);
                return writer;
            };

            PathProbe.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PathProbe();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.from = $root.bondctl.v1.End.decode(reader, reader.size(), $undefined, _depth + 1, message.from);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.to = $root.bondctl.v1.End.decode(reader, reader.size(), $undefined, _depth + 1, message.to);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.ipBytes = reader.uint64();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.sent = reader.uint64();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.received = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.complaint = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PathProbe;
        })();

        v1.Disruption = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DISRUPTION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DISRUPTION_NONE"] = 1;
            values[valuesById[2] = "DISRUPTION_PORT_FLAP"] = 2;
            values[valuesById[3] = "DISRUPTION_BOND_DOWN"] = 3;
            values[valuesById[4] = "DISRUPTION_BOND_REBUILT"] = 4;
            return values;
        })();

        v1.FailureKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "FAILURE_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "FAILURE_KIND_SNAPSHOT"] = 1;
            values[valuesById[2] = "FAILURE_KIND_WATCHDOG"] = 2;
            values[valuesById[3] = "FAILURE_KIND_STEP"] = 3;
            values[valuesById[4] = "FAILURE_KIND_VERIFY"] = 4;
            values[valuesById[5] = "FAILURE_KIND_DEADLINE"] = 5;
            values[valuesById[6] = "FAILURE_KIND_ASKED"] = 6;
            values[valuesById[7] = "FAILURE_KIND_INTERRUPTED"] = 7;
            values[valuesById[8] = "FAILURE_KIND_RESTORE"] = 8;
            return values;
        })();

        v1.PlanStep = (function() {

            const PlanStep = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(PlanStep.prototype, "do", {
                get: $util.oneOfGetter($oneOfFields = ["createBond", "deleteBond", "setOption", "setMode", "addPort", "removePort", "setMtu", "setMac", "linkUp", "linkDown", "addAddress", "removeAddress", "addRoute", "removeRoute"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            PlanStep.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.createBond != null && $Object.hasOwnProperty.call(message, "createBond"))
                    $root.bondctl.v1.WholeBond.encode(message.createBond, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.deleteBond != null && $Object.hasOwnProperty.call(message, "deleteBond"))
                    $root.bondctl.v1.WholeBond.encode(message.deleteBond, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.setOption != null && $Object.hasOwnProperty.call(message, "setOption"))
                    $root.bondctl.v1.SetOption.encode(message.setOption, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.setMode != null && $Object.hasOwnProperty.call(message, "setMode"))
                    $root.bondctl.v1.SetMode.encode(message.setMode, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.addPort != null && $Object.hasOwnProperty.call(message, "addPort"))
                    $root.bondctl.v1.PortOfBond.encode(message.addPort, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.removePort != null && $Object.hasOwnProperty.call(message, "removePort"))
                    $root.bondctl.v1.PortOfBond.encode(message.removePort, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.setMtu != null && $Object.hasOwnProperty.call(message, "setMtu"))
                    $root.bondctl.v1.SetMtu.encode(message.setMtu, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.setMac != null && $Object.hasOwnProperty.call(message, "setMac"))
                    $root.bondctl.v1.SetMac.encode(message.setMac, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.linkUp != null && $Object.hasOwnProperty.call(message, "linkUp"))
                    $root.bondctl.v1.Device.encode(message.linkUp, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.linkDown != null && $Object.hasOwnProperty.call(message, "linkDown"))
                    $root.bondctl.v1.Device.encode(message.linkDown, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.addAddress != null && $Object.hasOwnProperty.call(message, "addAddress"))
                    $root.bondctl.v1.DeviceAddress.encode(message.addAddress, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.removeAddress != null && $Object.hasOwnProperty.call(message, "removeAddress"))
                    $root.bondctl.v1.DeviceAddress.encode(message.removeAddress, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.addRoute != null && $Object.hasOwnProperty.call(message, "addRoute"))
                    $root.bondctl.v1.DeviceRoute.encode(message.addRoute, writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.removeRoute != null && $Object.hasOwnProperty.call(message, "removeRoute"))
                    $root.bondctl.v1.DeviceRoute.encode(message.removeRoute, writer.uint32(114).fork(), _depth + 1).ldelim();
                return writer;
            };

            PlanStep.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PlanStep();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.createBond = $root.bondctl.v1.WholeBond.decode(reader, reader.size(), $undefined, _depth + 1, message.createBond);
                            message["do"] = "createBond";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.deleteBond = $root.bondctl.v1.WholeBond.decode(reader, reader.size(), $undefined, _depth + 1, message.deleteBond);
                            message["do"] = "deleteBond";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.setOption = $root.bondctl.v1.SetOption.decode(reader, reader.size(), $undefined, _depth + 1, message.setOption);
                            message["do"] = "setOption";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.setMode = $root.bondctl.v1.SetMode.decode(reader, reader.size(), $undefined, _depth + 1, message.setMode);
                            message["do"] = "setMode";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.addPort = $root.bondctl.v1.PortOfBond.decode(reader, reader.size(), $undefined, _depth + 1, message.addPort);
                            message["do"] = "addPort";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.removePort = $root.bondctl.v1.PortOfBond.decode(reader, reader.size(), $undefined, _depth + 1, message.removePort);
                            message["do"] = "removePort";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.setMtu = $root.bondctl.v1.SetMtu.decode(reader, reader.size(), $undefined, _depth + 1, message.setMtu);
                            message["do"] = "setMtu";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.setMac = $root.bondctl.v1.SetMac.decode(reader, reader.size(), $undefined, _depth + 1, message.setMac);
                            message["do"] = "setMac";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.linkUp = $root.bondctl.v1.Device.decode(reader, reader.size(), $undefined, _depth + 1, message.linkUp);
                            message["do"] = "linkUp";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.linkDown = $root.bondctl.v1.Device.decode(reader, reader.size(), $undefined, _depth + 1, message.linkDown);
                            message["do"] = "linkDown";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.addAddress = $root.bondctl.v1.DeviceAddress.decode(reader, reader.size(), $undefined, _depth + 1, message.addAddress);
                            message["do"] = "addAddress";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.removeAddress = $root.bondctl.v1.DeviceAddress.decode(reader, reader.size(), $undefined, _depth + 1, message.removeAddress);
                            message["do"] = "removeAddress";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.addRoute = $root.bondctl.v1.DeviceRoute.decode(reader, reader.size(), $undefined, _depth + 1, message.addRoute);
                            message["do"] = "addRoute";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.removeRoute = $root.bondctl.v1.DeviceRoute.decode(reader, reader.size(), $undefined, _depth + 1, message.removeRoute);
                            message["do"] = "removeRoute";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PlanStep;
        })();

        v1.WholeBond = (function() {

            const WholeBond = function (properties) {
                this.options = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            WholeBond.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(10).string(message.bond);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                    writer.uint32(16).int32(message.mode);
                if (message.options != null && message.options.length)
                    for (let i = 0; i < message.options.length; ++i)
                        $root.bondctl.v1.OptionValue.encode(message.options[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                return writer;
            };

            WholeBond.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.WholeBond();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.mode = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.options && message.options.length))
                                message.options = [];
                            message.options.push($root.bondctl.v1.OptionValue.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WholeBond;
        })();

        v1.SetOption = (function() {

            const SetOption = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            SetOption.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(10).string(message.bond);
                if (message.option != null && $Object.hasOwnProperty.call(message, "option"))
                    writer.uint32(18).string(message.option);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    writer.uint32(26).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    writer.uint32(34).string(message.to);
                return writer;
            };

            SetOption.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.SetOption();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.option = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.from = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.to = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetOption;
        })();

        v1.SetMode = (function() {

            const SetMode = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            SetMode.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(10).string(message.bond);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    writer.uint32(16).int32(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    writer.uint32(24).int32(message.to);
                return writer;
            };

            SetMode.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.SetMode();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.from = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.to = reader.int32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetMode;
        })();

        v1.PortOfBond = (function() {

            const PortOfBond = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PortOfBond.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bond != null && $Object.hasOwnProperty.call(message, "bond"))
                    writer.uint32(10).string(message.bond);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(18).string(message.port);
                return writer;
            };

            PortOfBond.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PortOfBond();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.bond = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.port = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PortOfBond;
        })();

        v1.SetMtu = (function() {

            const SetMtu = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            SetMtu.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    writer.uint32(10).string(message.device);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    writer.uint32(16).uint64(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    writer.uint32(24).uint64(message.to);
                return writer;
            };

            SetMtu.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.SetMtu();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.device = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.from = reader.uint64();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.to = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetMtu;
        })();

        v1.SetMac = (function() {

            const SetMac = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            SetMac.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    writer.uint32(10).string(message.device);
                if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                    writer.uint32(18).string(message.from);
                if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                    writer.uint32(26).string(message.to);
                return writer;
            };

            SetMac.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.SetMac();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.device = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.from = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.to = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SetMac;
        })();

        v1.Device = (function() {

            const Device = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Device.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    writer.uint32(10).string(message.device);
                return writer;
            };

            Device.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Device();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.device = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Device;
        })();

        v1.DeviceAddress = (function() {

            const DeviceAddress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            DeviceAddress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    writer.uint32(10).string(message.device);
                if (message.cidr != null && $Object.hasOwnProperty.call(message, "cidr"))
                    writer.uint32(18).string(message.cidr);
                return writer;
            };

            DeviceAddress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.DeviceAddress();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.device = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.cidr = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeviceAddress;
        })();

        v1.DeviceRoute = (function() {

            const DeviceRoute = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            DeviceRoute.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    writer.uint32(10).string(message.device);
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    writer.uint32(16).int32(message.family);
                if (message.route != null && $Object.hasOwnProperty.call(message, "route"))
                    writer.uint32(26).string(message.route);
                return writer;
            };

            DeviceRoute.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.DeviceRoute();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.device = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.family = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.route = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return DeviceRoute;
        })();

        v1.PlannedStep = (function() {

            const PlannedStep = function (properties) {
                this.loses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PlannedStep.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.step != null && $Object.hasOwnProperty.call(message, "step"))
                    $root.bondctl.v1.PlanStep.encode(message.step, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.disruption != null && $Object.hasOwnProperty.call(message, "disruption"))
                    writer.uint32(16).int32(message.disruption);
                if (message.sentence != null && $Object.hasOwnProperty.call(message, "sentence"))
                    writer.uint32(26).string(message.sentence);
                if (message.loses != null && message.loses.length)
                    for (let i = 0; i < message.loses.length; ++i)
                        writer.uint32(34).string(message.loses[i]);
                return writer;
            };

            PlannedStep.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PlannedStep();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.step = $root.bondctl.v1.PlanStep.decode(reader, reader.size(), $undefined, _depth + 1, message.step);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.disruption = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.sentence = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.loses && message.loses.length))
                                message.loses = [];
                            message.loses.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PlannedStep;
        })();

        v1.Refusal = (function() {

            const Refusal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Refusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject"))
                    writer.uint32(10).string(message.subject);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(18).string(message.message);
                return writer;
            };

            Refusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Refusal();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.subject = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.message = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Refusal;
        })();

        v1.HostPlan = (function() {

            const HostPlan = function (properties) {
                this.steps = [];
                this.refusals = [];
                this.notes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            HostPlan.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.steps != null && message.steps.length)
                    for (let i = 0; i < message.steps.length; ++i)
                        $root.bondctl.v1.PlannedStep.encode(message.steps[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.refusals != null && message.refusals.length)
                    for (let i = 0; i < message.refusals.length; ++i)
                        $root.bondctl.v1.Refusal.encode(message.refusals[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.notes != null && message.notes.length)
                    for (let i = 0; i < message.notes.length; ++i)
                        writer.uint32(26).string(message.notes[i]);
                if (message.basis != null && $Object.hasOwnProperty.call(message, "basis"))
                    writer.uint32(34).string(message.basis);
                return writer;
            };

            HostPlan.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.HostPlan();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.steps && message.steps.length))
                                message.steps = [];
                            message.steps.push($root.bondctl.v1.PlannedStep.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.refusals && message.refusals.length))
                                message.refusals = [];
                            message.refusals.push($root.bondctl.v1.Refusal.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.notes && message.notes.length))
                                message.notes = [];
                            message.notes.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.basis = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HostPlan;
        })();

        v1.Difference = (function() {

            const Difference = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Difference.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    writer.uint32(10).string(message.path);
                if (message.wanted != null && $Object.hasOwnProperty.call(message, "wanted"))
                    writer.uint32(18).string(message.wanted);
                if (message.found != null && $Object.hasOwnProperty.call(message, "found"))
                    writer.uint32(26).string(message.found);
                return writer;
            };

            Difference.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Difference();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.path = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.wanted = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.found = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Difference;
        })();

        v1.Verification = (function() {

            const Verification = function (properties) {
                this.differences = [];
                this.bonds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Verification.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.differences != null && message.differences.length)
                    for (let i = 0; i < message.differences.length; ++i)
                        $root.bondctl.v1.Difference.encode(message.differences[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.bonds != null && message.bonds.length)
                    for (let i = 0; i < message.bonds.length; ++i)
                        $root.bondctl.v1.BondState.encode(message.bonds[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    $root.bondctl.v1.HostState.encode(message.state, writer.uint32(26).fork(), _depth + 1).ldelim();
                return writer;
            };

            Verification.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Verification();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.differences && message.differences.length))
                                message.differences = [];
                            message.differences.push($root.bondctl.v1.Difference.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.bonds && message.bonds.length))
                                message.bonds = [];
                            message.bonds.push($root.bondctl.v1.BondState.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.state = $root.bondctl.v1.HostState.decode(reader, reader.size(), $undefined, _depth + 1, message.state);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Verification;
        })();

        v1.Failure = (function() {

            const Failure = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            Failure.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    writer.uint32(8).int32(message.kind);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(18).string(message.message);
                return writer;
            };

            Failure.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.Failure();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.kind = reader.int32();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.message = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Failure;
        })();

        v1.TxOutcome = (function() {

            const TxOutcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            let $oneOfFields;

            $Object.defineProperty(TxOutcome.prototype, "phase", {
                get: $util.oneOfGetter($oneOfFields = ["prepared", "awaitingConfirm", "committed", "rolledBack", "stuck"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            TxOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.prepared != null && $Object.hasOwnProperty.call(message, "prepared"))
                    $root.bondctl.v1.PreparedTx.encode(message.prepared, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.awaitingConfirm != null && $Object.hasOwnProperty.call(message, "awaitingConfirm"))
                    $root.bondctl.v1.Verification.encode(message.awaitingConfirm, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.committed != null && $Object.hasOwnProperty.call(message, "committed"))
                    $root.bondctl.v1.CommittedTx.encode(message.committed, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.rolledBack != null && $Object.hasOwnProperty.call(message, "rolledBack"))
                    $root.bondctl.v1.Failure.encode(message.rolledBack, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.stuck != null && $Object.hasOwnProperty.call(message, "stuck"))
                    $root.bondctl.v1.StuckTx.encode(message.stuck, writer.uint32(42).fork(), _depth + 1).ldelim();
                return writer;
            };

            TxOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.TxOutcome();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.prepared = $root.bondctl.v1.PreparedTx.decode(reader, reader.size(), $undefined, _depth + 1, message.prepared);
                            message.phase = "prepared";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.awaitingConfirm = $root.bondctl.v1.Verification.decode(reader, reader.size(), $undefined, _depth + 1, message.awaitingConfirm);
                            message.phase = "awaitingConfirm";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.committed = $root.bondctl.v1.CommittedTx.decode(reader, reader.size(), $undefined, _depth + 1, message.committed);
                            message.phase = "committed";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.rolledBack = $root.bondctl.v1.Failure.decode(reader, reader.size(), $undefined, _depth + 1, message.rolledBack);
                            message.phase = "rolledBack";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.stuck = $root.bondctl.v1.StuckTx.decode(reader, reader.size(), $undefined, _depth + 1, message.stuck);
                            message.phase = "stuck";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TxOutcome;
        })();

        v1.PreparedTx = (function() {

            const PreparedTx = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            PreparedTx.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.deadlineInMs != null && $Object.hasOwnProperty.call(message, "deadlineInMs"))
                    writer.uint32(8).uint64(message.deadlineInMs);
                return writer;
            };

            PreparedTx.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.PreparedTx();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.deadlineInMs = reader.uint64();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return PreparedTx;
        })();

        v1.CommittedTx = (function() {

            const CommittedTx = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CommittedTx.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                return writer;
            };

            CommittedTx.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.CommittedTx();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    reader.skipType(tag & 7, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CommittedTx;
        })();

        v1.StuckTx = (function() {

            const StuckTx = function (properties) {
                this.differences = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            StuckTx.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.why != null && $Object.hasOwnProperty.call(message, "why"))
                    $root.bondctl.v1.Failure.encode(message.why, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.differences != null && message.differences.length)
                    for (let i = 0; i < message.differences.length; ++i)
                        $root.bondctl.v1.Difference.encode(message.differences[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                return writer;
            };

            StuckTx.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.StuckTx();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.why = $root.bondctl.v1.Failure.decode(reader, reader.size(), $undefined, _depth + 1, message.why);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.differences && message.differences.length))
                                message.differences = [];
                            message.differences.push($root.bondctl.v1.Difference.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return StuckTx;
        })();

        v1.Owner = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "OWNER_UNSPECIFIED"] = 0;
            values[valuesById[1] = "OWNER_NONE"] = 1;
            values[valuesById[2] = "OWNER_NETWORK_MANAGER"] = 2;
            values[valuesById[3] = "OWNER_SYSTEMD_NETWORKD"] = 3;
            values[valuesById[4] = "OWNER_IFUPDOWN"] = 4;
            values[valuesById[5] = "OWNER_IFUPDOWN2"] = 5;
            return values;
        })();

        v1.AddressOrigin = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ADDRESS_ORIGIN_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ADDRESS_ORIGIN_STATIC"] = 1;
            values[valuesById[2] = "ADDRESS_ORIGIN_KERNEL"] = 2;
            values[valuesById[3] = "ADDRESS_ORIGIN_DYNAMIC"] = 3;
            return values;
        })();

        v1.Family = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "FAMILY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "FAMILY_INET"] = 1;
            values[valuesById[2] = "FAMILY_INET6"] = 2;
            return values;
        })();

        v1.AddressState = (function() {

            const AddressState = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            AddressState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cidr != null && $Object.hasOwnProperty.call(message, "cidr"))
                    writer.uint32(10).string(message.cidr);
                if (message.origin != null && $Object.hasOwnProperty.call(message, "origin"))
                    writer.uint32(16).int32(message.origin);
                return writer;
            };

            AddressState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.AddressState();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.cidr = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.origin = reader.int32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AddressState;
        })();

        v1.InterfaceState = (function() {

            const InterfaceState = function (properties) {
                this.addresses = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            InterfaceState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(10).string(message.name);
                if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                    writer.uint32(18).string(message.kind);
                if (message.mac != null && $Object.hasOwnProperty.call(message, "mac"))
                    writer.uint32(26).string(message.mac);
                if (message.permanentMac != null && $Object.hasOwnProperty.call(message, "permanentMac"))
                    writer.uint32(34).string(message.permanentMac);
                if (message.mtu != null && $Object.hasOwnProperty.call(message, "mtu"))
                    writer.uint32(40).uint64(message.mtu);
                if (message.up != null && $Object.hasOwnProperty.call(message, "up"))
                    writer.uint32(48).bool(message.up);
                if (message.carrier != null && $Object.hasOwnProperty.call(message, "carrier"))
                    writer.uint32(56).bool(message.carrier);
                if (message.speedMbps != null && $Object.hasOwnProperty.call(message, "speedMbps"))
                    writer.uint32(64).uint64(message.speedMbps);
                if (message.duplex != null && $Object.hasOwnProperty.call(message, "duplex"))
                    writer.uint32(72).int32(message.duplex);
                if (message.master != null && $Object.hasOwnProperty.call(message, "master"))
                    writer.uint32(82).string(message.master);
                if (message.parent != null && $Object.hasOwnProperty.call(message, "parent"))
                    writer.uint32(90).string(message.parent);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        $root.bondctl.v1.AddressState.encode(message.addresses[i], writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.owner != null && $Object.hasOwnProperty.call(message, "owner"))
                    writer.uint32(104).int32(message.owner);
                return writer;
            };

            InterfaceState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.InterfaceState();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.kind = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.mac = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.permanentMac = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.mtu = reader.uint64();
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.up = reader.bool();
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.carrier = reader.bool();
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.speedMbps = reader.uint64();
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.duplex = reader.int32();
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.master = reader.stringVerify();
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.parent = reader.stringVerify();
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push($root.bondctl.v1.AddressState.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            message.owner = reader.int32();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return InterfaceState;
        })();

        v1.RouteState = (function() {

            const RouteState = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            RouteState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.device != null && $Object.hasOwnProperty.call(message, "device"))
                    writer.uint32(10).string(message.device);
                if (message.family != null && $Object.hasOwnProperty.call(message, "family"))
                    writer.uint32(16).int32(message.family);
                if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                    writer.uint32(26).string(message.text);
                if (message.madeByKernel != null && $Object.hasOwnProperty.call(message, "madeByKernel"))
                    writer.uint32(32).bool(message.madeByKernel);
                return writer;
            };

            RouteState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.RouteState();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.device = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.family = reader.int32();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.text = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.madeByKernel = reader.bool();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RouteState;
        })();

        v1.BondConfig = (function() {

            const BondConfig = function (properties) {
                this.options = [];
                this.ports = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            BondConfig.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    writer.uint32(10).string(message.name);
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode"))
                    writer.uint32(18).string(message.mode);
                if (message.options != null && message.options.length)
                    for (let i = 0; i < message.options.length; ++i)
                        $root.bondctl.v1.OptionValue.encode(message.options[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.ports != null && message.ports.length)
                    for (let i = 0; i < message.ports.length; ++i)
                        writer.uint32(34).string(message.ports[i]);
                return writer;
            };

            BondConfig.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.BondConfig();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.mode = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.options && message.options.length))
                                message.options = [];
                            message.options.push($root.bondctl.v1.OptionValue.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BondConfig;
        })();

        v1.HostState = (function() {

            const HostState = function (properties) {
                this.interfaces = [];
                this.bonds = [];
                this.routes = [];
                this.controlPath = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            HostState.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.interfaces != null && message.interfaces.length)
                    for (let i = 0; i < message.interfaces.length; ++i)
                        $root.bondctl.v1.InterfaceState.encode(message.interfaces[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.bonds != null && message.bonds.length)
                    for (let i = 0; i < message.bonds.length; ++i)
                        $root.bondctl.v1.BondConfig.encode(message.bonds[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.routes != null && message.routes.length)
                    for (let i = 0; i < message.routes.length; ++i)
                        $root.bondctl.v1.RouteState.encode(message.routes[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.controlPath != null && message.controlPath.length)
                    for (let i = 0; i < message.controlPath.length; ++i)
                        writer.uint32(34).string(message.controlPath[i]);
                return writer;
            };

            HostState.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.HostState();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.interfaces && message.interfaces.length))
                                message.interfaces = [];
                            message.interfaces.push($root.bondctl.v1.InterfaceState.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.bonds && message.bonds.length))
                                message.bonds = [];
                            message.bonds.push($root.bondctl.v1.BondConfig.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.routes && message.routes.length))
                                message.routes = [];
                            message.routes.push($root.bondctl.v1.RouteState.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.controlPath && message.controlPath.length))
                                message.controlPath = [];
                            message.controlPath.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HostState;
        })();

        v1.TransactionInHand = (function() {

            const TransactionInHand = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            TransactionInHand.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                    writer.uint32(10).string(message.id);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    writer.uint32(18).string(message.phase);
                return writer;
            };

            TransactionInHand.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.TransactionInHand();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.id = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.phase = reader.stringVerify();
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TransactionInHand;
        })();

        v1.HostReport = (function() {

            const HostReport = function (properties) {
                this.bonds = [];
                this.unknownLines = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };


            HostReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel"))
                    writer.uint32(10).string(message.kernel);
                if (message.agentVersion != null && $Object.hasOwnProperty.call(message, "agentVersion"))
                    writer.uint32(18).string(message.agentVersion);
                if (message.iperf3Version != null && $Object.hasOwnProperty.call(message, "iperf3Version"))
                    writer.uint32(26).string(message.iperf3Version);
                if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                    writer.uint32(34).string(message.bootId);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    $root.bondctl.v1.HostState.encode(message.state, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.bonds != null && message.bonds.length)
                    for (let i = 0; i < message.bonds.length; ++i)
                        $root.bondctl.v1.BondState.encode(message.bonds[i], writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.unknownLines != null && message.unknownLines.length)
                    for (let i = 0; i < message.unknownLines.length; ++i)
                        writer.uint32(58).string(message.unknownLines[i]);
                if (message.transaction != null && $Object.hasOwnProperty.call(message, "transaction"))
                    $root.bondctl.v1.TransactionInHand.encode(message.transaction, writer.uint32(66).fork(), _depth + 1).ldelim();
                return writer;
            };

            HostReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.bondctl.v1.HostReport();
                while (reader.pos < end) {
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.kernel = reader.stringVerify();
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.agentVersion = reader.stringVerify();
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.iperf3Version = reader.stringVerify();
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.bootId = reader.stringVerify();
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.state = $root.bondctl.v1.HostState.decode(reader, reader.size(), $undefined, _depth + 1, message.state);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.bonds && message.bonds.length))
                                message.bonds = [];
                            message.bonds.push($root.bondctl.v1.BondState.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unknownLines && message.unknownLines.length))
                                message.unknownLines = [];
                            message.unknownLines.push(reader.stringVerify());
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.transaction = $root.bondctl.v1.TransactionInHand.decode(reader, reader.size(), $undefined, _depth + 1, message.transaction);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return HostReport;
        })();

        return v1;
    })();

    return bondctl;
})();

export {
  $root as default
};
