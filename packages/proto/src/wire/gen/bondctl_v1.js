/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

const $decoder = (Message, takes) => (reader, length, _depth = 0, _target = new Message()) => {
    if (!(reader instanceof $Reader))
        reader = $Reader.create(reader);
    if (_depth > $Reader.recursionLimit)
        throw $Error("max depth exceeded");
    const end = length === $undefined ? reader.len : reader.pos + length;
    const outer = reader.len;
    if (end > outer)
        throw $RangeError("index out of range");
    reader.len = end;
    while (reader.pos < end) {
        const tag = reader.tag(), wireType = tag & 7;
        if (!takes(reader, _target, tag >>> 3, wireType, _depth))
            reader.skipType(wireType, _depth, tag >>> 3);
    }
    if (reader.pos !== end)
        throw $RangeError("index out of range");
    reader.len = outer;
    return _target;
};

const $root = $protobuf.roots["bondctl_v1"] || ($protobuf.roots["bondctl_v1"] = {});

export const bondctl = $root.bondctl = (() => {

    const bondctl = {};

    bondctl.v1 = (function() {

        const v1 = {};

        v1.Frame = (function() {

            const Frame = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(Frame.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["hello", "welcome", "refuse", "heartbeat", "goodbye", "command", "accepted", "outcome", "progress", "state", "linkEvents", "gap", "samples", "counters", "certRequest", "certOffer"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Frame.encode = function (message, writer = $Writer.create()) {
                if (message.seq != null)
                    writer.uint32(8).uint64(message.seq);
                if (message.ack != null)
                    writer.uint32(16).uint64(message.ack);
                if (message.hello != null)
                    v1.Hello.encode(message.hello, writer.uint32(130).fork()).ldelim();
                if (message.welcome != null)
                    v1.Welcome.encode(message.welcome, writer.uint32(138).fork()).ldelim();
                if (message.refuse != null)
                    v1.Refuse.encode(message.refuse, writer.uint32(146).fork()).ldelim();
                if (message.heartbeat != null)
                    v1.Heartbeat.encode(message.heartbeat, writer.uint32(154).fork()).ldelim();
                if (message.goodbye != null)
                    v1.Goodbye.encode(message.goodbye, writer.uint32(162).fork()).ldelim();
                if (message.command != null)
                    v1.Command.encode(message.command, writer.uint32(258).fork()).ldelim();
                if (message.accepted != null)
                    v1.Accepted.encode(message.accepted, writer.uint32(266).fork()).ldelim();
                if (message.outcome != null)
                    v1.Outcome.encode(message.outcome, writer.uint32(274).fork()).ldelim();
                if (message.progress != null)
                    v1.Progress.encode(message.progress, writer.uint32(282).fork()).ldelim();
                if (message.state != null)
                    v1.State.encode(message.state, writer.uint32(386).fork()).ldelim();
                if (message.linkEvents != null)
                    v1.LinkEvents.encode(message.linkEvents, writer.uint32(394).fork()).ldelim();
                if (message.gap != null)
                    v1.Gap.encode(message.gap, writer.uint32(402).fork()).ldelim();
                if (message.samples != null)
                    v1.Samples.encode(message.samples, writer.uint32(410).fork()).ldelim();
                if (message.counters != null)
                    v1.Counters.encode(message.counters, writer.uint32(418).fork()).ldelim();
                if (message.certRequest != null)
                    v1.CertRequest.encode(message.certRequest, writer.uint32(514).fork()).ldelim();
                if (message.certOffer != null)
                    v1.CertOffer.encode(message.certOffer, writer.uint32(522).fork()).ldelim();
                return writer;
            };

            Frame.decode = $decoder(Frame, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.seq = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.ack = reader.uint64(), true);
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.hello = v1.Hello.decode(reader, reader.size(), _depth + 1, message.hello);
                            message.body = "hello";
                            return true;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.welcome = v1.Welcome.decode(reader, reader.size(), _depth + 1, message.welcome);
                            message.body = "welcome";
                            return true;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.refuse = v1.Refuse.decode(reader, reader.size(), _depth + 1, message.refuse);
                            message.body = "refuse";
                            return true;
                        }
                    case 19: {
                            if (wireType !== 2)
                                break;
                            message.heartbeat = v1.Heartbeat.decode(reader, reader.size(), _depth + 1, message.heartbeat);
                            message.body = "heartbeat";
                            return true;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            message.goodbye = v1.Goodbye.decode(reader, reader.size(), _depth + 1, message.goodbye);
                            message.body = "goodbye";
                            return true;
                        }
                    case 32: {
                            if (wireType !== 2)
                                break;
                            message.command = v1.Command.decode(reader, reader.size(), _depth + 1, message.command);
                            message.body = "command";
                            return true;
                        }
                    case 33: {
                            if (wireType !== 2)
                                break;
                            message.accepted = v1.Accepted.decode(reader, reader.size(), _depth + 1, message.accepted);
                            message.body = "accepted";
                            return true;
                        }
                    case 34: {
                            if (wireType !== 2)
                                break;
                            message.outcome = v1.Outcome.decode(reader, reader.size(), _depth + 1, message.outcome);
                            message.body = "outcome";
                            return true;
                        }
                    case 35: {
                            if (wireType !== 2)
                                break;
                            message.progress = v1.Progress.decode(reader, reader.size(), _depth + 1, message.progress);
                            message.body = "progress";
                            return true;
                        }
                    case 48: {
                            if (wireType !== 2)
                                break;
                            message.state = v1.State.decode(reader, reader.size(), _depth + 1, message.state);
                            message.body = "state";
                            return true;
                        }
                    case 49: {
                            if (wireType !== 2)
                                break;
                            message.linkEvents = v1.LinkEvents.decode(reader, reader.size(), _depth + 1, message.linkEvents);
                            message.body = "linkEvents";
                            return true;
                        }
                    case 50: {
                            if (wireType !== 2)
                                break;
                            message.gap = v1.Gap.decode(reader, reader.size(), _depth + 1, message.gap);
                            message.body = "gap";
                            return true;
                        }
                    case 51: {
                            if (wireType !== 2)
                                break;
                            message.samples = v1.Samples.decode(reader, reader.size(), _depth + 1, message.samples);
                            message.body = "samples";
                            return true;
                        }
                    case 52: {
                            if (wireType !== 2)
                                break;
                            message.counters = v1.Counters.decode(reader, reader.size(), _depth + 1, message.counters);
                            message.body = "counters";
                            return true;
                        }
                    case 64: {
                            if (wireType !== 2)
                                break;
                            message.certRequest = v1.CertRequest.decode(reader, reader.size(), _depth + 1, message.certRequest);
                            message.body = "certRequest";
                            return true;
                        }
                    case 65: {
                            if (wireType !== 2)
                                break;
                            message.certOffer = v1.CertOffer.decode(reader, reader.size(), _depth + 1, message.certOffer);
                            message.body = "certOffer";
                            return true;
                        }
}
});

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

            const Hello = function () {
            };


            Hello.encode = function (message, writer = $Writer.create()) {
                if (message.protocolMin != null)
                    writer.uint32(8).uint64(message.protocolMin);
                if (message.protocolMax != null)
                    writer.uint32(16).uint64(message.protocolMax);
                if (message.host != null)
                    writer.uint32(26).string(message.host);
                if (message.agentVersion != null)
                    writer.uint32(34).string(message.agentVersion);
                if (message.epoch != null)
                    writer.uint32(42).string(message.epoch);
                if (message.lastFence != null)
                    writer.uint32(48).uint64(message.lastFence);
                return writer;
            };

            Hello.decode = $decoder(Hello, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.protocolMin = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.protocolMax = reader.uint64(), true);
                    case 3: return wireType === 2 && (message.host = reader.stringVerify(), true);
                    case 4: return wireType === 2 && (message.agentVersion = reader.stringVerify(), true);
                    case 5: return wireType === 2 && (message.epoch = reader.stringVerify(), true);
                    case 6: return wireType === 0 && (message.lastFence = reader.uint64(), true);
}
});

            return Hello;
        })();

        v1.Welcome = (function() {

            const Welcome = function () {
            };


            Welcome.encode = function (message, writer = $Writer.create()) {
                if (message.protocol != null)
                    writer.uint32(8).uint64(message.protocol);
                if (message.session != null)
                    writer.uint32(18).string(message.session);
                if (message.fence != null)
                    writer.uint32(24).uint64(message.fence);
                if (message.heartbeatMs != null)
                    writer.uint32(32).uint64(message.heartbeatMs);
                if (message.reconnectSpreadMs != null)
                    writer.uint32(40).uint64(message.reconnectSpreadMs);
                if (message.askMs != null)
                    writer.uint32(49).double(message.askMs);
                return writer;
            };

            Welcome.decode = $decoder(Welcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.protocol = reader.uint64(), true);
                    case 2: return wireType === 2 && (message.session = reader.stringVerify(), true);
                    case 3: return wireType === 0 && (message.fence = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.heartbeatMs = reader.uint64(), true);
                    case 5: return wireType === 0 && (message.reconnectSpreadMs = reader.uint64(), true);
                    case 6: return wireType === 1 && (message.askMs = reader.double(), true);
}
});

            return Welcome;
        })();

        v1.Refuse = (function() {

            const Refuse = function () {
            };


            Refuse.encode = function (message, writer = $Writer.create()) {
                if (message.code != null)
                    writer.uint32(8).int32(message.code);
                if (message.retryAfterMs != null)
                    writer.uint32(16).uint64(message.retryAfterMs);
                if (message.message != null)
                    writer.uint32(26).string(message.message);
                return writer;
            };

            Refuse.decode = $decoder(Refuse, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.code = reader.int32(), true);
                    case 2: return wireType === 0 && (message.retryAfterMs = reader.uint64(), true);
                    case 3: return wireType === 2 && (message.message = reader.stringVerify(), true);
}
});

            return Refuse;
        })();

        v1.Heartbeat = (function() {

            const Heartbeat = function () {
            };


            Heartbeat.encode = function (message, writer = $Writer.create()) {
                if (message.askMs != null)
                    writer.uint32(9).double(message.askMs);
                if (message.clock != null)
                    v1.ClockAnswer.encode(message.clock, writer.uint32(18).fork()).ldelim();
                return writer;
            };

            Heartbeat.decode = $decoder(Heartbeat, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 1 && (message.askMs = reader.double(), true);
                    case 2: return wireType === 2 && (message.clock = v1.ClockAnswer.decode(reader, reader.size(), _depth + 1, message.clock), true);
}
});

            return Heartbeat;
        })();

        v1.ClockAnswer = (function() {

            const ClockAnswer = function () {
            };


            ClockAnswer.encode = function (message, writer = $Writer.create()) {
                if (message.askMs != null)
                    writer.uint32(9).double(message.askMs);
                if (message.heardMs != null)
                    writer.uint32(17).double(message.heardMs);
                if (message.sentMs != null)
                    writer.uint32(25).double(message.sentMs);
                if (message.sentUnixMs != null)
                    writer.uint32(32).uint64(message.sentUnixMs);
                return writer;
            };

            ClockAnswer.decode = $decoder(ClockAnswer, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 1 && (message.askMs = reader.double(), true);
                    case 2: return wireType === 1 && (message.heardMs = reader.double(), true);
                    case 3: return wireType === 1 && (message.sentMs = reader.double(), true);
                    case 4: return wireType === 0 && (message.sentUnixMs = reader.uint64(), true);
}
});

            return ClockAnswer;
        })();

        v1.Goodbye = (function() {

            const Goodbye = function () {
            };


            Goodbye.encode = function (message, writer = $Writer.create()) {
                if (message.closing != null)
                    writer.uint32(8).int32(message.closing);
                if (message.message != null)
                    writer.uint32(18).string(message.message);
                return writer;
            };

            Goodbye.decode = $decoder(Goodbye, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.closing = reader.int32(), true);
                    case 2: return wireType === 2 && (message.message = reader.stringVerify(), true);
}
});

            return Goodbye;
        })();

        v1.Command = (function() {

            const Command = function () {
            };


            Command.encode = function (message, writer = $Writer.create()) {
                if (message.id != null)
                    writer.uint32(10).string(message.id);
                if (message.digest != null)
                    writer.uint32(18).string(message.digest);
                if (message.startWithinMs != null)
                    writer.uint32(24).uint64(message.startWithinMs);
                if (message.orderName != null)
                    writer.uint32(34).string(message.orderName);
                if (message.order != null)
                    v1.Order.encode(message.order, writer.uint32(42).fork()).ldelim();
                return writer;
            };

            Command.decode = $decoder(Command, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.id = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.digest = reader.stringVerify(), true);
                    case 3: return wireType === 0 && (message.startWithinMs = reader.uint64(), true);
                    case 4: return wireType === 2 && (message.orderName = reader.stringVerify(), true);
                    case 5: return wireType === 2 && (message.order = v1.Order.decode(reader, reader.size(), _depth + 1, message.order), true);
}
});

            return Command;
        })();

        v1.Accepted = (function() {

            const Accepted = function () {
            };


            Accepted.encode = function (message, writer = $Writer.create()) {
                if (message.id != null)
                    writer.uint32(10).string(message.id);
                return writer;
            };

            Accepted.decode = $decoder(Accepted, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.id = reader.stringVerify(), true);
}
});

            return Accepted;
        })();

        v1.Outcome = (function() {

            const Outcome = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(Outcome.prototype, "form", {
                get: $util.oneOfGetter($oneOfFields = ["plain", "deflated"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Outcome.encode = function (message, writer = $Writer.create()) {
                if (message.id != null)
                    writer.uint32(10).string(message.id);
                if (message.plain != null)
                    v1.CommandOutcome.encode(message.plain, writer.uint32(18).fork()).ldelim();
                if (message.deflated != null)
                    writer.uint32(26).bytes(message.deflated);
                return writer;
            };

            Outcome.decode = $decoder(Outcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.id = reader.stringVerify(), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.plain = v1.CommandOutcome.decode(reader, reader.size(), _depth + 1, message.plain);
                            message.form = "plain";
                            return true;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.deflated = reader.bytes();
                            message.form = "deflated";
                            return true;
                        }
}
});

            return Outcome;
        })();

        v1.Progress = (function() {

            const Progress = function () {
            };


            Progress.encode = function (message, writer = $Writer.create()) {
                if (message.tx != null)
                    writer.uint32(10).string(message.tx);
                if (message.phase != null)
                    writer.uint32(18).string(message.phase);
                if (message.step != null)
                    writer.uint32(24).uint64(message.step);
                if (message.steps != null)
                    writer.uint32(32).uint64(message.steps);
                if (message.sentence != null)
                    writer.uint32(42).string(message.sentence);
                return writer;
            };

            Progress.decode = $decoder(Progress, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.tx = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.phase = reader.stringVerify(), true);
                    case 3: return wireType === 0 && (message.step = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.steps = reader.uint64(), true);
                    case 5: return wireType === 2 && (message.sentence = reader.stringVerify(), true);
}
});

            return Progress;
        })();

        v1.State = (function() {

            const State = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(State.prototype, "form", {
                get: $util.oneOfGetter($oneOfFields = ["report", "deflated"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            State.encode = function (message, writer = $Writer.create()) {
                if (message.report != null)
                    v1.HostReport.encode(message.report, writer.uint32(10).fork()).ldelim();
                if (message.deflated != null)
                    writer.uint32(18).bytes(message.deflated);
                return writer;
            };

            State.decode = $decoder(State, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.report = v1.HostReport.decode(reader, reader.size(), _depth + 1, message.report);
                            message.form = "report";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.deflated = reader.bytes();
                            message.form = "deflated";
                            return true;
                        }
}
});

            return State;
        })();

        v1.LinkEvents = (function() {

            const LinkEvents = function () {
                this.events = [];
            };


            LinkEvents.encode = function (message, writer = $Writer.create()) {
                if (message.events != null && message.events.length)
                    for (let i = 0; i < message.events.length; ++i)
                        v1.LinkEvent.encode(message.events[i], writer.uint32(10).fork()).ldelim();
                return writer;
            };

            LinkEvents.decode = $decoder(LinkEvents, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.events && message.events.length))
                                message.events = [];
                            message.events.push(v1.LinkEvent.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return LinkEvents;
        })();

        v1.LinkEvent = (function() {

            const LinkEvent = function () {
            };


            LinkEvent.encode = function (message, writer = $Writer.create()) {
                if (message.sequence != null)
                    writer.uint32(8).uint64(message.sequence);
                if (message.atUnixMs != null)
                    writer.uint32(16).uint64(message.atUnixMs);
                if (message.bond != null)
                    writer.uint32(26).string(message.bond);
                if (message.port != null)
                    writer.uint32(34).string(message.port);
                if (message.what != null)
                    writer.uint32(42).string(message.what);
                if (message.before != null)
                    writer.uint32(50).string(message.before);
                if (message.after != null)
                    writer.uint32(58).string(message.after);
                if (message.atMonotonicMs != null)
                    writer.uint32(65).double(message.atMonotonicMs);
                if (message.cause != null)
                    writer.uint32(72).int32(message.cause);
                return writer;
            };

            LinkEvent.decode = $decoder(LinkEvent, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.sequence = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.atUnixMs = reader.uint64(), true);
                    case 3: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 4: return wireType === 2 && (message.port = reader.stringVerify(), true);
                    case 5: return wireType === 2 && (message.what = reader.stringVerify(), true);
                    case 6: return wireType === 2 && (message.before = reader.stringVerify(), true);
                    case 7: return wireType === 2 && (message.after = reader.stringVerify(), true);
                    case 8: return wireType === 1 && (message.atMonotonicMs = reader.double(), true);
                    case 9: return wireType === 0 && (message.cause = reader.int32(), true);
}
});

            return LinkEvent;
        })();

        v1.LinkCause = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LINK_CAUSE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LINK_CAUSE_CARRIER"] = 1;
            values[valuesById[2] = "LINK_CAUSE_MONITORING"] = 2;
            values[valuesById[3] = "LINK_CAUSE_LACP"] = 3;
            values[valuesById[4] = "LINK_CAUSE_OWN_CHANGE"] = 4;
            values[valuesById[5] = "LINK_CAUSE_BOND_CHANGE"] = 5;
            values[valuesById[6] = "LINK_CAUSE_SET_DOWN"] = 6;
            return values;
        })();

        v1.Gap = (function() {

            const Gap = function () {
            };


            Gap.encode = function (message, writer = $Writer.create()) {
                if (message.from != null)
                    writer.uint32(8).uint64(message.from);
                if (message.to != null)
                    writer.uint32(16).uint64(message.to);
                if (message.reason != null)
                    writer.uint32(26).string(message.reason);
                return writer;
            };

            Gap.decode = $decoder(Gap, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.from = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.to = reader.uint64(), true);
                    case 3: return wireType === 2 && (message.reason = reader.stringVerify(), true);
}
});

            return Gap;
        })();

        v1.Samples = (function() {

            const Samples = function () {
                this.samples = [];
            };


            Samples.encode = function (message, writer = $Writer.create()) {
                if (message.test != null)
                    writer.uint32(10).string(message.test);
                if (message.samples != null && message.samples.length)
                    for (let i = 0; i < message.samples.length; ++i)
                        v1.PortSample.encode(message.samples[i], writer.uint32(18).fork()).ldelim();
                return writer;
            };

            Samples.decode = $decoder(Samples, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.test = reader.stringVerify(), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.samples && message.samples.length))
                                message.samples = [];
                            message.samples.push(v1.PortSample.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return Samples;
        })();

        v1.Counters = (function() {

            const Counters = function () {
                this.ports = [];
            };


            Counters.encode = function (message, writer = $Writer.create()) {
                if (message.atMs != null)
                    writer.uint32(9).double(message.atMs);
                if (message.ports != null && message.ports.length)
                    for (let i = 0; i < message.ports.length; ++i)
                        v1.PortCounters.encode(message.ports[i], writer.uint32(18).fork()).ldelim();
                return writer;
            };

            Counters.decode = $decoder(Counters, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 1 && (message.atMs = reader.double(), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push(v1.PortCounters.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return Counters;
        })();

        v1.PortCounters = (function() {

            const PortCounters = function () {
            };


            PortCounters.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.port != null)
                    writer.uint32(18).string(message.port);
                if (message.txBytes != null)
                    writer.uint32(24).uint64(message.txBytes);
                if (message.rxBytes != null)
                    writer.uint32(32).uint64(message.rxBytes);
                if (message.txPackets != null)
                    writer.uint32(40).uint64(message.txPackets);
                if (message.rxPackets != null)
                    writer.uint32(48).uint64(message.rxPackets);
                if (message.errors != null)
                    writer.uint32(56).uint64(message.errors);
                if (message.drops != null)
                    writer.uint32(64).uint64(message.drops);
                return writer;
            };

            PortCounters.decode = $decoder(PortCounters, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.port = reader.stringVerify(), true);
                    case 3: return wireType === 0 && (message.txBytes = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.rxBytes = reader.uint64(), true);
                    case 5: return wireType === 0 && (message.txPackets = reader.uint64(), true);
                    case 6: return wireType === 0 && (message.rxPackets = reader.uint64(), true);
                    case 7: return wireType === 0 && (message.errors = reader.uint64(), true);
                    case 8: return wireType === 0 && (message.drops = reader.uint64(), true);
}
});

            return PortCounters;
        })();

        v1.CertRequest = (function() {

            const CertRequest = function () {
            };


            CertRequest.encode = function (message, writer = $Writer.create()) {
                if (message.publicKey != null)
                    writer.uint32(10).bytes(message.publicKey);
                if (message.proof != null)
                    writer.uint32(18).bytes(message.proof);
                return writer;
            };

            CertRequest.decode = $decoder(CertRequest, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.publicKey = reader.bytes(), true);
                    case 2: return wireType === 2 && (message.proof = reader.bytes(), true);
}
});

            return CertRequest;
        })();

        v1.CertOffer = (function() {

            const CertOffer = function () {
            };


            CertOffer.encode = function (message, writer = $Writer.create()) {
                if (message.certificatePem != null)
                    writer.uint32(10).string(message.certificatePem);
                return writer;
            };

            CertOffer.decode = $decoder(CertOffer, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.certificatePem = reader.stringVerify(), true);
}
});

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

            const TxRef = function () {
            };


            TxRef.encode = function (message, writer = $Writer.create()) {
                if (message.tx != null)
                    writer.uint32(10).string(message.tx);
                return writer;
            };

            TxRef.decode = $decoder(TxRef, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.tx = reader.stringVerify(), true);
}
});

            return TxRef;
        })();

        v1.TestRef = (function() {

            const TestRef = function () {
            };


            TestRef.encode = function (message, writer = $Writer.create()) {
                if (message.test != null)
                    writer.uint32(10).string(message.test);
                return writer;
            };

            TestRef.decode = $decoder(TestRef, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.test = reader.stringVerify(), true);
}
});

            return TestRef;
        })();

        v1.Order = (function() {

            const Order = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(Order.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["plan", "prepare", "apply", "confirm", "rollBack", "forget", "probe", "serve", "measure", "collect", "cancel", "describe"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Order.encode = function (message, writer = $Writer.create()) {
                if (message.plan != null)
                    v1.PlanOrder.encode(message.plan, writer.uint32(10).fork()).ldelim();
                if (message.prepare != null)
                    v1.PrepareOrder.encode(message.prepare, writer.uint32(18).fork()).ldelim();
                if (message.apply != null)
                    v1.ApplyOrder.encode(message.apply, writer.uint32(26).fork()).ldelim();
                if (message.confirm != null)
                    v1.TxRef.encode(message.confirm, writer.uint32(34).fork()).ldelim();
                if (message.rollBack != null)
                    v1.RollBackOrder.encode(message.rollBack, writer.uint32(42).fork()).ldelim();
                if (message.forget != null)
                    v1.TxRef.encode(message.forget, writer.uint32(50).fork()).ldelim();
                if (message.probe != null)
                    v1.ProbeOrder.encode(message.probe, writer.uint32(58).fork()).ldelim();
                if (message.serve != null)
                    v1.ServeOrder.encode(message.serve, writer.uint32(66).fork()).ldelim();
                if (message.measure != null)
                    v1.MeasureOrder.encode(message.measure, writer.uint32(74).fork()).ldelim();
                if (message.collect != null)
                    v1.TestRef.encode(message.collect, writer.uint32(82).fork()).ldelim();
                if (message.cancel != null)
                    v1.TestRef.encode(message.cancel, writer.uint32(90).fork()).ldelim();
                if (message.describe != null)
                    v1.DescribeOrder.encode(message.describe, writer.uint32(98).fork()).ldelim();
                return writer;
            };

            Order.decode = $decoder(Order, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.plan = v1.PlanOrder.decode(reader, reader.size(), _depth + 1, message.plan);
                            message.kind = "plan";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.prepare = v1.PrepareOrder.decode(reader, reader.size(), _depth + 1, message.prepare);
                            message.kind = "prepare";
                            return true;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.apply = v1.ApplyOrder.decode(reader, reader.size(), _depth + 1, message.apply);
                            message.kind = "apply";
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.confirm = v1.TxRef.decode(reader, reader.size(), _depth + 1, message.confirm);
                            message.kind = "confirm";
                            return true;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.rollBack = v1.RollBackOrder.decode(reader, reader.size(), _depth + 1, message.rollBack);
                            message.kind = "rollBack";
                            return true;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.forget = v1.TxRef.decode(reader, reader.size(), _depth + 1, message.forget);
                            message.kind = "forget";
                            return true;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.probe = v1.ProbeOrder.decode(reader, reader.size(), _depth + 1, message.probe);
                            message.kind = "probe";
                            return true;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.serve = v1.ServeOrder.decode(reader, reader.size(), _depth + 1, message.serve);
                            message.kind = "serve";
                            return true;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.measure = v1.MeasureOrder.decode(reader, reader.size(), _depth + 1, message.measure);
                            message.kind = "measure";
                            return true;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.collect = v1.TestRef.decode(reader, reader.size(), _depth + 1, message.collect);
                            message.kind = "collect";
                            return true;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.cancel = v1.TestRef.decode(reader, reader.size(), _depth + 1, message.cancel);
                            message.kind = "cancel";
                            return true;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.describe = v1.DescribeOrder.decode(reader, reader.size(), _depth + 1, message.describe);
                            message.kind = "describe";
                            return true;
                        }
}
});

            return Order;
        })();

        v1.PlanOrder = (function() {

            const PlanOrder = function () {
                this.desired = [];
            };


            PlanOrder.encode = function (message, writer = $Writer.create()) {
                if (message.desired != null && message.desired.length)
                    for (let i = 0; i < message.desired.length; ++i)
                        v1.BondDesire.encode(message.desired[i], writer.uint32(10).fork()).ldelim();
                return writer;
            };

            PlanOrder.decode = $decoder(PlanOrder, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.desired && message.desired.length))
                                message.desired = [];
                            message.desired.push(v1.BondDesire.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return PlanOrder;
        })();

        v1.PrepareOrder = (function() {

            const PrepareOrder = function () {
                this.desired = [];
            };


            PrepareOrder.encode = function (message, writer = $Writer.create()) {
                if (message.tx != null)
                    writer.uint32(10).string(message.tx);
                if (message.desired != null && message.desired.length)
                    for (let i = 0; i < message.desired.length; ++i)
                        v1.BondDesire.encode(message.desired[i], writer.uint32(18).fork()).ldelim();
                if (message.deadlineInMs != null)
                    writer.uint32(24).uint64(message.deadlineInMs);
                return writer;
            };

            PrepareOrder.decode = $decoder(PrepareOrder, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.tx = reader.stringVerify(), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.desired && message.desired.length))
                                message.desired = [];
                            message.desired.push(v1.BondDesire.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 3: return wireType === 0 && (message.deadlineInMs = reader.uint64(), true);
}
});

            return PrepareOrder;
        })();

        v1.ApplyOrder = (function() {

            const ApplyOrder = function () {
            };


            ApplyOrder.encode = function (message, writer = $Writer.create()) {
                if (message.tx != null)
                    writer.uint32(10).string(message.tx);
                if (message.settleMs != null)
                    writer.uint32(16).uint64(message.settleMs);
                return writer;
            };

            ApplyOrder.decode = $decoder(ApplyOrder, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.tx = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.settleMs = reader.uint64(), true);
}
});

            return ApplyOrder;
        })();

        v1.RollBackOrder = (function() {

            const RollBackOrder = function () {
            };


            RollBackOrder.encode = function (message, writer = $Writer.create()) {
                if (message.tx != null)
                    writer.uint32(10).string(message.tx);
                if (message.why != null)
                    writer.uint32(18).string(message.why);
                return writer;
            };

            RollBackOrder.decode = $decoder(RollBackOrder, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.tx = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.why = reader.stringVerify(), true);
}
});

            return RollBackOrder;
        })();

        v1.ProbeOrder = (function() {

            const ProbeOrder = function () {
            };


            ProbeOrder.encode = function (message, writer = $Writer.create()) {
                if (message.test != null)
                    writer.uint32(10).string(message.test);
                if (message.bond != null)
                    writer.uint32(18).string(message.bond);
                if (message.peer != null)
                    writer.uint32(26).string(message.peer);
                if (message.from != null)
                    v1.End.encode(message.from, writer.uint32(34).fork()).ldelim();
                if (message.to != null)
                    v1.End.encode(message.to, writer.uint32(42).fork()).ldelim();
                if (message.ipBytes != null)
                    writer.uint32(48).uint64(message.ipBytes);
                if (message.identifier != null)
                    writer.uint32(56).uint64(message.identifier);
                return writer;
            };

            ProbeOrder.decode = $decoder(ProbeOrder, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.test = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.peer = reader.stringVerify(), true);
                    case 4: return wireType === 2 && (message.from = v1.End.decode(reader, reader.size(), _depth + 1, message.from), true);
                    case 5: return wireType === 2 && (message.to = v1.End.decode(reader, reader.size(), _depth + 1, message.to), true);
                    case 6: return wireType === 0 && (message.ipBytes = reader.uint64(), true);
                    case 7: return wireType === 0 && (message.identifier = reader.uint64(), true);
}
});

            return ProbeOrder;
        })();

        v1.ServeOrder = (function() {

            const ServeOrder = function () {
            };


            ServeOrder.encode = function (message, writer = $Writer.create()) {
                if (message.test != null)
                    writer.uint32(10).string(message.test);
                if (message.bond != null)
                    writer.uint32(18).string(message.bond);
                if (message.address != null)
                    writer.uint32(26).string(message.address);
                if (message.seconds != null)
                    writer.uint32(32).uint64(message.seconds);
                if (message.parameters != null)
                    v1.RunParameters.encode(message.parameters, writer.uint32(42).fork()).ldelim();
                if (message.portBps != null)
                    writer.uint32(49).double(message.portBps);
                return writer;
            };

            ServeOrder.decode = $decoder(ServeOrder, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.test = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.address = reader.stringVerify(), true);
                    case 4: return wireType === 0 && (message.seconds = reader.uint64(), true);
                    case 5: return wireType === 2 && (message.parameters = v1.RunParameters.decode(reader, reader.size(), _depth + 1, message.parameters), true);
                    case 6: return wireType === 1 && (message.portBps = reader.double(), true);
}
});

            return ServeOrder;
        })();

        v1.MeasureOrder = (function() {

            const MeasureOrder = function () {
            };


            MeasureOrder.encode = function (message, writer = $Writer.create()) {
                if (message.test != null)
                    writer.uint32(10).string(message.test);
                if (message.bond != null)
                    writer.uint32(18).string(message.bond);
                if (message.address != null)
                    writer.uint32(26).string(message.address);
                if (message.peer != null)
                    writer.uint32(34).string(message.peer);
                if (message.port != null)
                    writer.uint32(40).uint64(message.port);
                if (message.parameters != null)
                    v1.RunParameters.encode(message.parameters, writer.uint32(50).fork()).ldelim();
                if (message.sourcePort != null)
                    writer.uint32(56).uint64(message.sourcePort);
                if (message.portBps != null)
                    writer.uint32(65).double(message.portBps);
                return writer;
            };

            MeasureOrder.decode = $decoder(MeasureOrder, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.test = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.address = reader.stringVerify(), true);
                    case 4: return wireType === 2 && (message.peer = reader.stringVerify(), true);
                    case 5: return wireType === 0 && (message.port = reader.uint64(), true);
                    case 6: return wireType === 2 && (message.parameters = v1.RunParameters.decode(reader, reader.size(), _depth + 1, message.parameters), true);
                    case 7: return wireType === 0 && (message.sourcePort = reader.uint64(), true);
                    case 8: return wireType === 1 && (message.portBps = reader.double(), true);
}
});

            return MeasureOrder;
        })();

        v1.DescribeOrder = (function() {

            const DescribeOrder = function () {
            };

            DescribeOrder.encode = function (message, writer = $Writer.create()) {
                return writer;
            };

            DescribeOrder.decode = $decoder(DescribeOrder, () => false);

            return DescribeOrder;
        })();

        v1.CommandOutcome = (function() {

            const CommandOutcome = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(CommandOutcome.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["planned", "transaction", "forgotten", "probed", "serving", "measured", "collected", "cancelled", "refused", "failed", "described"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CommandOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.planned != null)
                    v1.HostPlan.encode(message.planned, writer.uint32(10).fork()).ldelim();
                if (message.transaction != null)
                    v1.TransactionOutcome.encode(message.transaction, writer.uint32(18).fork()).ldelim();
                if (message.forgotten != null)
                    v1.TxRef.encode(message.forgotten, writer.uint32(26).fork()).ldelim();
                if (message.probed != null)
                    v1.ProbeAnswer.encode(message.probed, writer.uint32(34).fork()).ldelim();
                if (message.serving != null)
                    v1.ServingOutcome.encode(message.serving, writer.uint32(42).fork()).ldelim();
                if (message.measured != null)
                    v1.MeasuredOutcome.encode(message.measured, writer.uint32(50).fork()).ldelim();
                if (message.collected != null)
                    v1.CollectedOutcome.encode(message.collected, writer.uint32(58).fork()).ldelim();
                if (message.cancelled != null)
                    v1.TestRef.encode(message.cancelled, writer.uint32(66).fork()).ldelim();
                if (message.refused != null)
                    v1.RefusedOutcome.encode(message.refused, writer.uint32(74).fork()).ldelim();
                if (message.failed != null)
                    v1.FailedOutcome.encode(message.failed, writer.uint32(82).fork()).ldelim();
                if (message.described != null)
                    v1.DescribedOutcome.encode(message.described, writer.uint32(90).fork()).ldelim();
                return writer;
            };

            CommandOutcome.decode = $decoder(CommandOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.planned = v1.HostPlan.decode(reader, reader.size(), _depth + 1, message.planned);
                            message.kind = "planned";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.transaction = v1.TransactionOutcome.decode(reader, reader.size(), _depth + 1, message.transaction);
                            message.kind = "transaction";
                            return true;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.forgotten = v1.TxRef.decode(reader, reader.size(), _depth + 1, message.forgotten);
                            message.kind = "forgotten";
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.probed = v1.ProbeAnswer.decode(reader, reader.size(), _depth + 1, message.probed);
                            message.kind = "probed";
                            return true;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.serving = v1.ServingOutcome.decode(reader, reader.size(), _depth + 1, message.serving);
                            message.kind = "serving";
                            return true;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.measured = v1.MeasuredOutcome.decode(reader, reader.size(), _depth + 1, message.measured);
                            message.kind = "measured";
                            return true;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.collected = v1.CollectedOutcome.decode(reader, reader.size(), _depth + 1, message.collected);
                            message.kind = "collected";
                            return true;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.cancelled = v1.TestRef.decode(reader, reader.size(), _depth + 1, message.cancelled);
                            message.kind = "cancelled";
                            return true;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.refused = v1.RefusedOutcome.decode(reader, reader.size(), _depth + 1, message.refused);
                            message.kind = "refused";
                            return true;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.failed = v1.FailedOutcome.decode(reader, reader.size(), _depth + 1, message.failed);
                            message.kind = "failed";
                            return true;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.described = v1.DescribedOutcome.decode(reader, reader.size(), _depth + 1, message.described);
                            message.kind = "described";
                            return true;
                        }
}
});

            return CommandOutcome;
        })();

        v1.TransactionOutcome = (function() {

            const TransactionOutcome = function () {
            };


            TransactionOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.tx != null)
                    writer.uint32(10).string(message.tx);
                if (message.outcome != null)
                    v1.TxOutcome.encode(message.outcome, writer.uint32(18).fork()).ldelim();
                return writer;
            };

            TransactionOutcome.decode = $decoder(TransactionOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.tx = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.outcome = v1.TxOutcome.decode(reader, reader.size(), _depth + 1, message.outcome), true);
}
});

            return TransactionOutcome;
        })();

        v1.ServingOutcome = (function() {

            const ServingOutcome = function () {
            };


            ServingOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.port != null)
                    writer.uint32(8).uint64(message.port);
                if (message.version != null)
                    writer.uint32(18).string(message.version);
                return writer;
            };

            ServingOutcome.decode = $decoder(ServingOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.port = reader.uint64(), true);
                    case 2: return wireType === 2 && (message.version = reader.stringVerify(), true);
}
});

            return ServingOutcome;
        })();

        v1.MeasuredOutcome = (function() {

            const MeasuredOutcome = function () {
                this.samples = [];
            };


            MeasuredOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.verdict != null)
                    v1.RunVerdict.encode(message.verdict, writer.uint32(10).fork()).ldelim();
                if (message.run != null)
                    v1.IperfRun.encode(message.run, writer.uint32(18).fork()).ldelim();
                if (message.samples != null && message.samples.length)
                    for (let i = 0; i < message.samples.length; ++i)
                        v1.PortSample.encode(message.samples[i], writer.uint32(26).fork()).ldelim();
                if (message.vitals != null)
                    v1.HostVitals.encode(message.vitals, writer.uint32(34).fork()).ldelim();
                if (message.latency != null)
                    v1.Latency.encode(message.latency, writer.uint32(42).fork()).ldelim();
                if (message.surroundings != null)
                    v1.HostSurroundings.encode(message.surroundings, writer.uint32(50).fork()).ldelim();
                return writer;
            };

            MeasuredOutcome.decode = $decoder(MeasuredOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.verdict = v1.RunVerdict.decode(reader, reader.size(), _depth + 1, message.verdict), true);
                    case 2: return wireType === 2 && (message.run = v1.IperfRun.decode(reader, reader.size(), _depth + 1, message.run), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.samples && message.samples.length))
                                message.samples = [];
                            message.samples.push(v1.PortSample.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 4: return wireType === 2 && (message.vitals = v1.HostVitals.decode(reader, reader.size(), _depth + 1, message.vitals), true);
                    case 5: return wireType === 2 && (message.latency = v1.Latency.decode(reader, reader.size(), _depth + 1, message.latency), true);
                    case 6: return wireType === 2 && (message.surroundings = v1.HostSurroundings.decode(reader, reader.size(), _depth + 1, message.surroundings), true);
}
});

            return MeasuredOutcome;
        })();

        v1.CollectedOutcome = (function() {

            const CollectedOutcome = function () {
                this.samples = [];
            };


            CollectedOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.run != null)
                    v1.IperfRun.encode(message.run, writer.uint32(10).fork()).ldelim();
                if (message.samples != null && message.samples.length)
                    for (let i = 0; i < message.samples.length; ++i)
                        v1.PortSample.encode(message.samples[i], writer.uint32(18).fork()).ldelim();
                if (message.vitals != null)
                    v1.HostVitals.encode(message.vitals, writer.uint32(26).fork()).ldelim();
                if (message.surroundings != null)
                    v1.HostSurroundings.encode(message.surroundings, writer.uint32(34).fork()).ldelim();
                if (message.disturbance != null)
                    v1.RunFailed.encode(message.disturbance, writer.uint32(42).fork()).ldelim();
                return writer;
            };

            CollectedOutcome.decode = $decoder(CollectedOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.run = v1.IperfRun.decode(reader, reader.size(), _depth + 1, message.run), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.samples && message.samples.length))
                                message.samples = [];
                            message.samples.push(v1.PortSample.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 3: return wireType === 2 && (message.vitals = v1.HostVitals.decode(reader, reader.size(), _depth + 1, message.vitals), true);
                    case 4: return wireType === 2 && (message.surroundings = v1.HostSurroundings.decode(reader, reader.size(), _depth + 1, message.surroundings), true);
                    case 5: return wireType === 2 && (message.disturbance = v1.RunFailed.decode(reader, reader.size(), _depth + 1, message.disturbance), true);
}
});

            return CollectedOutcome;
        })();

        v1.DescribedOutcome = (function() {

            const DescribedOutcome = function () {
                this.bonds = [];
                this.problems = [];
            };


            DescribedOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.bonds != null && message.bonds.length)
                    for (let i = 0; i < message.bonds.length; ++i)
                        v1.DescribedBond.encode(message.bonds[i], writer.uint32(10).fork()).ldelim();
                if (message.problems != null && message.problems.length)
                    for (let i = 0; i < message.problems.length; ++i)
                        v1.FileProblem.encode(message.problems[i], writer.uint32(18).fork()).ldelim();
                return writer;
            };

            DescribedOutcome.decode = $decoder(DescribedOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.bonds && message.bonds.length))
                                message.bonds = [];
                            message.bonds.push(v1.DescribedBond.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.problems && message.problems.length))
                                message.problems = [];
                            message.problems.push(v1.FileProblem.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return DescribedOutcome;
        })();

        v1.DescribedBond = (function() {

            const DescribedBond = function () {
                this.differences = [];
            };


            DescribedBond.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.file != null)
                    v1.DescribedIn.encode(message.file, writer.uint32(18).fork()).ldelim();
                if (message.differences != null && message.differences.length)
                    for (let i = 0; i < message.differences.length; ++i)
                        v1.Difference.encode(message.differences[i], writer.uint32(26).fork()).ldelim();
                return writer;
            };

            DescribedBond.decode = $decoder(DescribedBond, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.file = v1.DescribedIn.decode(reader, reader.size(), _depth + 1, message.file), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.differences && message.differences.length))
                                message.differences = [];
                            message.differences.push(v1.Difference.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return DescribedBond;
        })();

        v1.DescribedIn = (function() {

            const DescribedIn = function () {
            };


            DescribedIn.encode = function (message, writer = $Writer.create()) {
                if (message.backend != null)
                    writer.uint32(10).string(message.backend);
                if (message.path != null)
                    writer.uint32(18).string(message.path);
                return writer;
            };

            DescribedIn.decode = $decoder(DescribedIn, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.backend = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.path = reader.stringVerify(), true);
}
});

            return DescribedIn;
        })();

        v1.FileProblem = (function() {

            const FileProblem = function () {
            };


            FileProblem.encode = function (message, writer = $Writer.create()) {
                if (message.path != null)
                    writer.uint32(10).string(message.path);
                if (message.line != null)
                    writer.uint32(16).uint64(message.line);
                if (message.message != null)
                    writer.uint32(26).string(message.message);
                return writer;
            };

            FileProblem.decode = $decoder(FileProblem, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.path = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.line = reader.uint64(), true);
                    case 3: return wireType === 2 && (message.message = reader.stringVerify(), true);
}
});

            return FileProblem;
        })();

        v1.RefusedOutcome = (function() {

            const RefusedOutcome = function () {
                this.refusals = [];
            };


            RefusedOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.code != null)
                    writer.uint32(8).int32(message.code);
                if (message.refusals != null && message.refusals.length)
                    for (let i = 0; i < message.refusals.length; ++i)
                        v1.Refusal.encode(message.refusals[i], writer.uint32(18).fork()).ldelim();
                return writer;
            };

            RefusedOutcome.decode = $decoder(RefusedOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.code = reader.int32(), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.refusals && message.refusals.length))
                                message.refusals = [];
                            message.refusals.push(v1.Refusal.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return RefusedOutcome;
        })();

        v1.FailedOutcome = (function() {

            const FailedOutcome = function () {
            };


            FailedOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.message != null)
                    writer.uint32(10).string(message.message);
                return writer;
            };

            FailedOutcome.decode = $decoder(FailedOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.message = reader.stringVerify(), true);
}
});

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

            const OptionValue = function () {
            };


            OptionValue.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.value != null)
                    writer.uint32(18).string(message.value);
                return writer;
            };

            OptionValue.decode = $decoder(OptionValue, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.value = reader.stringVerify(), true);
}
});

            return OptionValue;
        })();

        v1.TuningValue = (function() {

            const TuningValue = function () {
            };


            TuningValue.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.value != null)
                    writer.uint32(18).string(message.value);
                return writer;
            };

            TuningValue.decode = $decoder(TuningValue, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.value = reader.stringVerify(), true);
}
});

            return TuningValue;
        })();

        v1.Addresses = (function() {

            const Addresses = function () {
                this.items = [];
            };


            Addresses.encode = function (message, writer = $Writer.create()) {
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        writer.uint32(10).string(message.items[i]);
                return writer;
            };

            Addresses.decode = $decoder(Addresses, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push(reader.stringVerify());
                            return true;
                        }
}
});

            return Addresses;
        })();

        v1.PortChoice = (function() {

            const PortChoice = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(PortChoice.prototype, "by", {
                get: $util.oneOfGetter($oneOfFields = ["name", "mac", "path", "driver"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            PortChoice.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.mac != null)
                    writer.uint32(18).string(message.mac);
                if (message.path != null)
                    writer.uint32(26).string(message.path);
                if (message.driver != null)
                    v1.DriverPorts.encode(message.driver, writer.uint32(34).fork()).ldelim();
                return writer;
            };

            PortChoice.decode = $decoder(PortChoice, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.name = reader.stringVerify();
                            message.by = "name";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.mac = reader.stringVerify();
                            message.by = "mac";
                            return true;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.path = reader.stringVerify();
                            message.by = "path";
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.driver = v1.DriverPorts.decode(reader, reader.size(), _depth + 1, message.driver);
                            message.by = "driver";
                            return true;
                        }
}
});

            return PortChoice;
        })();

        v1.DriverPorts = (function() {

            const DriverPorts = function () {
            };


            DriverPorts.encode = function (message, writer = $Writer.create()) {
                if (message.driver != null)
                    writer.uint32(10).string(message.driver);
                if (message.count != null)
                    writer.uint32(16).uint32(message.count);
                return writer;
            };

            DriverPorts.decode = $decoder(DriverPorts, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.driver = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.count = reader.uint32(), true);
}
});

            return DriverPorts;
        })();

        v1.BondSpec = (function() {

            const BondSpec = function () {
                this.ports = [];
                this.options = [];
                this.tuning = [];
                this.choices = [];
            };


            BondSpec.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.mode != null)
                    writer.uint32(16).int32(message.mode);
                if (message.ports != null && message.ports.length)
                    for (let i = 0; i < message.ports.length; ++i)
                        writer.uint32(26).string(message.ports[i]);
                if (message.options != null && message.options.length)
                    for (let i = 0; i < message.options.length; ++i)
                        v1.OptionValue.encode(message.options[i], writer.uint32(34).fork()).ldelim();
                if (message.mtu != null)
                    writer.uint32(40).uint32(message.mtu);
                if (message.addresses != null)
                    v1.Addresses.encode(message.addresses, writer.uint32(50).fork()).ldelim();
                if (message.tuning != null && message.tuning.length)
                    for (let i = 0; i < message.tuning.length; ++i)
                        v1.TuningValue.encode(message.tuning[i], writer.uint32(58).fork()).ldelim();
                if (message.choices != null && message.choices.length)
                    for (let i = 0; i < message.choices.length; ++i)
                        v1.PortChoice.encode(message.choices[i], writer.uint32(66).fork()).ldelim();
                return writer;
            };

            BondSpec.decode = $decoder(BondSpec, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.mode = reader.int32(), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push(reader.stringVerify());
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.options && message.options.length))
                                message.options = [];
                            message.options.push(v1.OptionValue.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 5: return wireType === 0 && (message.mtu = reader.uint32(), true);
                    case 6: return wireType === 2 && (message.addresses = v1.Addresses.decode(reader, reader.size(), _depth + 1, message.addresses), true);
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.tuning && message.tuning.length))
                                message.tuning = [];
                            message.tuning.push(v1.TuningValue.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.choices && message.choices.length))
                                message.choices = [];
                            message.choices.push(v1.PortChoice.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return BondSpec;
        })();

        v1.BondDesire = (function() {

            const BondDesire = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(BondDesire.prototype, "state", {
                get: $util.oneOfGetter($oneOfFields = ["present", "absent"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            BondDesire.encode = function (message, writer = $Writer.create()) {
                if (message.present != null)
                    v1.PresentBond.encode(message.present, writer.uint32(10).fork()).ldelim();
                if (message.absent != null)
                    v1.AbsentBond.encode(message.absent, writer.uint32(18).fork()).ldelim();
                return writer;
            };

            BondDesire.decode = $decoder(BondDesire, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.present = v1.PresentBond.decode(reader, reader.size(), _depth + 1, message.present);
                            message.state = "present";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.absent = v1.AbsentBond.decode(reader, reader.size(), _depth + 1, message.absent);
                            message.state = "absent";
                            return true;
                        }
}
});

            return BondDesire;
        })();

        v1.PresentBond = (function() {

            const PresentBond = function () {
            };


            PresentBond.encode = function (message, writer = $Writer.create()) {
                if (message.spec != null)
                    v1.BondSpec.encode(message.spec, writer.uint32(10).fork()).ldelim();
                if (message.allowControlPath != null)
                    writer.uint32(16).bool(message.allowControlPath);
                if (message.backend != null)
                    writer.uint32(26).string(message.backend);
                return writer;
            };

            PresentBond.decode = $decoder(PresentBond, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.spec = v1.BondSpec.decode(reader, reader.size(), _depth + 1, message.spec), true);
                    case 2: return wireType === 0 && (message.allowControlPath = reader.bool(), true);
                    case 3: return wireType === 2 && (message.backend = reader.stringVerify(), true);
}
});

            return PresentBond;
        })();

        v1.AbsentBond = (function() {

            const AbsentBond = function () {
                this.tuning = [];
            };


            AbsentBond.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.allowControlPath != null)
                    writer.uint32(16).bool(message.allowControlPath);
                if (message.tuning != null && message.tuning.length)
                    for (let i = 0; i < message.tuning.length; ++i)
                        v1.TuningValue.encode(message.tuning[i], writer.uint32(26).fork()).ldelim();
                if (message.backend != null)
                    writer.uint32(34).string(message.backend);
                return writer;
            };

            AbsentBond.decode = $decoder(AbsentBond, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.allowControlPath = reader.bool(), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.tuning && message.tuning.length))
                                message.tuning = [];
                            message.tuning.push(v1.TuningValue.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 4: return wireType === 2 && (message.backend = reader.stringVerify(), true);
}
});

            return AbsentBond;
        })();

        v1.LacpSide = (function() {

            const LacpSide = function () {
            };


            LacpSide.encode = function (message, writer = $Writer.create()) {
                if (message.systemPriority != null)
                    writer.uint32(8).uint64(message.systemPriority);
                if (message.systemMac != null)
                    writer.uint32(18).string(message.systemMac);
                if (message.portKey != null)
                    writer.uint32(24).uint64(message.portKey);
                if (message.portPriority != null)
                    writer.uint32(32).uint64(message.portPriority);
                if (message.portNumber != null)
                    writer.uint32(40).uint64(message.portNumber);
                if (message.portState != null)
                    writer.uint32(48).uint64(message.portState);
                return writer;
            };

            LacpSide.decode = $decoder(LacpSide, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.systemPriority = reader.uint64(), true);
                    case 2: return wireType === 2 && (message.systemMac = reader.stringVerify(), true);
                    case 3: return wireType === 0 && (message.portKey = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.portPriority = reader.uint64(), true);
                    case 5: return wireType === 0 && (message.portNumber = reader.uint64(), true);
                    case 6: return wireType === 0 && (message.portState = reader.uint64(), true);
}
});

            return LacpSide;
        })();

        v1.PortLacp = (function() {

            const PortLacp = function () {
            };


            PortLacp.encode = function (message, writer = $Writer.create()) {
                if (message.aggregatorId != null)
                    writer.uint32(8).uint64(message.aggregatorId);
                if (message.actorChurn != null)
                    writer.uint32(18).string(message.actorChurn);
                if (message.partnerChurn != null)
                    writer.uint32(26).string(message.partnerChurn);
                if (message.actorChurnedCount != null)
                    writer.uint32(32).uint64(message.actorChurnedCount);
                if (message.partnerChurnedCount != null)
                    writer.uint32(40).uint64(message.partnerChurnedCount);
                if (message.actor != null)
                    v1.LacpSide.encode(message.actor, writer.uint32(50).fork()).ldelim();
                if (message.partner != null)
                    v1.LacpSide.encode(message.partner, writer.uint32(58).fork()).ldelim();
                return writer;
            };

            PortLacp.decode = $decoder(PortLacp, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.aggregatorId = reader.uint64(), true);
                    case 2: return wireType === 2 && (message.actorChurn = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.partnerChurn = reader.stringVerify(), true);
                    case 4: return wireType === 0 && (message.actorChurnedCount = reader.uint64(), true);
                    case 5: return wireType === 0 && (message.partnerChurnedCount = reader.uint64(), true);
                    case 6: return wireType === 2 && (message.actor = v1.LacpSide.decode(reader, reader.size(), _depth + 1, message.actor), true);
                    case 7: return wireType === 2 && (message.partner = v1.LacpSide.decode(reader, reader.size(), _depth + 1, message.partner), true);
}
});

            return PortLacp;
        })();

        v1.PortState = (function() {

            const PortState = function () {
            };


            PortState.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.miiStatus != null)
                    writer.uint32(16).int32(message.miiStatus);
                if (message.speedMbps != null)
                    writer.uint32(24).uint64(message.speedMbps);
                if (message.duplex != null)
                    writer.uint32(32).int32(message.duplex);
                if (message.linkFailureCount != null)
                    writer.uint32(40).uint64(message.linkFailureCount);
                if (message.permanentMac != null)
                    writer.uint32(50).string(message.permanentMac);
                if (message.queueId != null)
                    writer.uint32(56).uint64(message.queueId);
                if (message.priority != null)
                    writer.uint32(64).sint64(message.priority);
                if (message.lacp != null)
                    v1.PortLacp.encode(message.lacp, writer.uint32(74).fork()).ldelim();
                return writer;
            };

            PortState.decode = $decoder(PortState, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.miiStatus = reader.int32(), true);
                    case 3: return wireType === 0 && (message.speedMbps = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.duplex = reader.int32(), true);
                    case 5: return wireType === 0 && (message.linkFailureCount = reader.uint64(), true);
                    case 6: return wireType === 2 && (message.permanentMac = reader.stringVerify(), true);
                    case 7: return wireType === 0 && (message.queueId = reader.uint64(), true);
                    case 8: return wireType === 0 && (message.priority = reader.sint64(), true);
                    case 9: return wireType === 2 && (message.lacp = v1.PortLacp.decode(reader, reader.size(), _depth + 1, message.lacp), true);
}
});

            return PortState;
        })();

        v1.Aggregator = (function() {

            const Aggregator = function () {
            };


            Aggregator.encode = function (message, writer = $Writer.create()) {
                if (message.id != null)
                    writer.uint32(8).uint64(message.id);
                if (message.ports != null)
                    writer.uint32(16).uint64(message.ports);
                if (message.actorKey != null)
                    writer.uint32(24).uint64(message.actorKey);
                if (message.partnerKey != null)
                    writer.uint32(32).uint64(message.partnerKey);
                if (message.partnerMac != null)
                    writer.uint32(42).string(message.partnerMac);
                return writer;
            };

            Aggregator.decode = $decoder(Aggregator, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.id = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.ports = reader.uint64(), true);
                    case 3: return wireType === 0 && (message.actorKey = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.partnerKey = reader.uint64(), true);
                    case 5: return wireType === 2 && (message.partnerMac = reader.stringVerify(), true);
}
});

            return Aggregator;
        })();

        v1.BondLacp = (function() {

            const BondLacp = function () {
            };


            BondLacp.encode = function (message, writer = $Writer.create()) {
                if (message.active != null)
                    writer.uint32(8).int32(message.active);
                if (message.rate != null)
                    writer.uint32(16).int32(message.rate);
                if (message.minLinks != null)
                    writer.uint32(24).uint64(message.minLinks);
                if (message.adSelect != null)
                    writer.uint32(34).string(message.adSelect);
                if (message.systemPriority != null)
                    writer.uint32(40).uint64(message.systemPriority);
                if (message.systemMac != null)
                    writer.uint32(50).string(message.systemMac);
                if (message.aggregator != null)
                    v1.Aggregator.encode(message.aggregator, writer.uint32(58).fork()).ldelim();
                return writer;
            };

            BondLacp.decode = $decoder(BondLacp, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.active = reader.int32(), true);
                    case 2: return wireType === 0 && (message.rate = reader.int32(), true);
                    case 3: return wireType === 0 && (message.minLinks = reader.uint64(), true);
                    case 4: return wireType === 2 && (message.adSelect = reader.stringVerify(), true);
                    case 5: return wireType === 0 && (message.systemPriority = reader.uint64(), true);
                    case 6: return wireType === 2 && (message.systemMac = reader.stringVerify(), true);
                    case 7: return wireType === 2 && (message.aggregator = v1.Aggregator.decode(reader, reader.size(), _depth + 1, message.aggregator), true);
}
});

            return BondLacp;
        })();

        v1.BondPrimary = (function() {

            const BondPrimary = function () {
            };


            BondPrimary.encode = function (message, writer = $Writer.create()) {
                if (message.port != null)
                    writer.uint32(10).string(message.port);
                if (message.reselect != null)
                    writer.uint32(18).string(message.reselect);
                return writer;
            };

            BondPrimary.decode = $decoder(BondPrimary, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.port = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.reselect = reader.stringVerify(), true);
}
});

            return BondPrimary;
        })();

        v1.BondArp = (function() {

            const BondArp = function () {
                this.targets = [];
                this.nsTargets = [];
            };


            BondArp.encode = function (message, writer = $Writer.create()) {
                if (message.intervalMs != null)
                    writer.uint32(8).uint64(message.intervalMs);
                if (message.missedMax != null)
                    writer.uint32(16).uint64(message.missedMax);
                if (message.targets != null && message.targets.length)
                    for (let i = 0; i < message.targets.length; ++i)
                        writer.uint32(26).string(message.targets[i]);
                if (message.nsTargets != null && message.nsTargets.length)
                    for (let i = 0; i < message.nsTargets.length; ++i)
                        writer.uint32(34).string(message.nsTargets[i]);
                return writer;
            };

            BondArp.decode = $decoder(BondArp, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.intervalMs = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.missedMax = reader.uint64(), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.targets && message.targets.length))
                                message.targets = [];
                            message.targets.push(reader.stringVerify());
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nsTargets && message.nsTargets.length))
                                message.nsTargets = [];
                            message.nsTargets.push(reader.stringVerify());
                            return true;
                        }
}
});

            return BondArp;
        })();

        v1.BondState = (function() {

            const BondState = function () {
                this.ports = [];
            };


            BondState.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.driver != null)
                    writer.uint32(18).string(message.driver);
                if (message.mode != null)
                    writer.uint32(24).int32(message.mode);
                if (message.modeText != null)
                    writer.uint32(34).string(message.modeText);
                if (message.failOverMac != null)
                    writer.uint32(42).string(message.failOverMac);
                if (message.xmitHashPolicy != null)
                    writer.uint32(50).string(message.xmitHashPolicy);
                if (message.primary != null)
                    v1.BondPrimary.encode(message.primary, writer.uint32(58).fork()).ldelim();
                if (message.activePort != null)
                    writer.uint32(66).string(message.activePort);
                if (message.miiStatus != null)
                    writer.uint32(72).int32(message.miiStatus);
                if (message.miimonMs != null)
                    writer.uint32(80).uint64(message.miimonMs);
                if (message.updelayMs != null)
                    writer.uint32(88).uint64(message.updelayMs);
                if (message.downdelayMs != null)
                    writer.uint32(96).uint64(message.downdelayMs);
                if (message.peerNotifDelayMs != null)
                    writer.uint32(104).uint64(message.peerNotifDelayMs);
                if (message.arp != null)
                    v1.BondArp.encode(message.arp, writer.uint32(114).fork()).ldelim();
                if (message.lacp != null)
                    v1.BondLacp.encode(message.lacp, writer.uint32(122).fork()).ldelim();
                if (message.ports != null && message.ports.length)
                    for (let i = 0; i < message.ports.length; ++i)
                        v1.PortState.encode(message.ports[i], writer.uint32(130).fork()).ldelim();
                return writer;
            };

            BondState.decode = $decoder(BondState, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.driver = reader.stringVerify(), true);
                    case 3: return wireType === 0 && (message.mode = reader.int32(), true);
                    case 4: return wireType === 2 && (message.modeText = reader.stringVerify(), true);
                    case 5: return wireType === 2 && (message.failOverMac = reader.stringVerify(), true);
                    case 6: return wireType === 2 && (message.xmitHashPolicy = reader.stringVerify(), true);
                    case 7: return wireType === 2 && (message.primary = v1.BondPrimary.decode(reader, reader.size(), _depth + 1, message.primary), true);
                    case 8: return wireType === 2 && (message.activePort = reader.stringVerify(), true);
                    case 9: return wireType === 0 && (message.miiStatus = reader.int32(), true);
                    case 10: return wireType === 0 && (message.miimonMs = reader.uint64(), true);
                    case 11: return wireType === 0 && (message.updelayMs = reader.uint64(), true);
                    case 12: return wireType === 0 && (message.downdelayMs = reader.uint64(), true);
                    case 13: return wireType === 0 && (message.peerNotifDelayMs = reader.uint64(), true);
                    case 14: return wireType === 2 && (message.arp = v1.BondArp.decode(reader, reader.size(), _depth + 1, message.arp), true);
                    case 15: return wireType === 2 && (message.lacp = v1.BondLacp.decode(reader, reader.size(), _depth + 1, message.lacp), true);
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push(v1.PortState.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return BondState;
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

            const AddressState = function () {
            };


            AddressState.encode = function (message, writer = $Writer.create()) {
                if (message.cidr != null)
                    writer.uint32(10).string(message.cidr);
                if (message.origin != null)
                    writer.uint32(16).int32(message.origin);
                return writer;
            };

            AddressState.decode = $decoder(AddressState, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.cidr = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.origin = reader.int32(), true);
}
});

            return AddressState;
        })();

        v1.InterfaceState = (function() {

            const InterfaceState = function () {
                this.addresses = [];
            };


            InterfaceState.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.kind != null)
                    writer.uint32(18).string(message.kind);
                if (message.mac != null)
                    writer.uint32(26).string(message.mac);
                if (message.permanentMac != null)
                    writer.uint32(34).string(message.permanentMac);
                if (message.mtu != null)
                    writer.uint32(40).uint64(message.mtu);
                if (message.up != null)
                    writer.uint32(48).bool(message.up);
                if (message.carrier != null)
                    writer.uint32(56).bool(message.carrier);
                if (message.speedMbps != null)
                    writer.uint32(64).uint64(message.speedMbps);
                if (message.duplex != null)
                    writer.uint32(72).int32(message.duplex);
                if (message.master != null)
                    writer.uint32(82).string(message.master);
                if (message.parent != null)
                    writer.uint32(90).string(message.parent);
                if (message.addresses != null && message.addresses.length)
                    for (let i = 0; i < message.addresses.length; ++i)
                        v1.AddressState.encode(message.addresses[i], writer.uint32(98).fork()).ldelim();
                if (message.owner != null)
                    writer.uint32(104).int32(message.owner);
                if (message.vlanId != null)
                    writer.uint32(112).uint64(message.vlanId);
                if (message.driver != null)
                    writer.uint32(122).string(message.driver);
                if (message.path != null)
                    writer.uint32(130).string(message.path);
                return writer;
            };

            InterfaceState.decode = $decoder(InterfaceState, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.kind = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.mac = reader.stringVerify(), true);
                    case 4: return wireType === 2 && (message.permanentMac = reader.stringVerify(), true);
                    case 5: return wireType === 0 && (message.mtu = reader.uint64(), true);
                    case 6: return wireType === 0 && (message.up = reader.bool(), true);
                    case 7: return wireType === 0 && (message.carrier = reader.bool(), true);
                    case 8: return wireType === 0 && (message.speedMbps = reader.uint64(), true);
                    case 9: return wireType === 0 && (message.duplex = reader.int32(), true);
                    case 10: return wireType === 2 && (message.master = reader.stringVerify(), true);
                    case 11: return wireType === 2 && (message.parent = reader.stringVerify(), true);
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if (!(message.addresses && message.addresses.length))
                                message.addresses = [];
                            message.addresses.push(v1.AddressState.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 13: return wireType === 0 && (message.owner = reader.int32(), true);
                    case 14: return wireType === 0 && (message.vlanId = reader.uint64(), true);
                    case 15: return wireType === 2 && (message.driver = reader.stringVerify(), true);
                    case 16: return wireType === 2 && (message.path = reader.stringVerify(), true);
}
});

            return InterfaceState;
        })();

        v1.RouteState = (function() {

            const RouteState = function () {
            };


            RouteState.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                if (message.family != null)
                    writer.uint32(16).int32(message.family);
                if (message.text != null)
                    writer.uint32(26).string(message.text);
                if (message.madeByKernel != null)
                    writer.uint32(32).bool(message.madeByKernel);
                return writer;
            };

            RouteState.decode = $decoder(RouteState, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.family = reader.int32(), true);
                    case 3: return wireType === 2 && (message.text = reader.stringVerify(), true);
                    case 4: return wireType === 0 && (message.madeByKernel = reader.bool(), true);
}
});

            return RouteState;
        })();

        v1.BondConfig = (function() {

            const BondConfig = function () {
                this.options = [];
                this.ports = [];
            };


            BondConfig.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.mode != null)
                    writer.uint32(18).string(message.mode);
                if (message.options != null && message.options.length)
                    for (let i = 0; i < message.options.length; ++i)
                        v1.OptionValue.encode(message.options[i], writer.uint32(26).fork()).ldelim();
                if (message.ports != null && message.ports.length)
                    for (let i = 0; i < message.ports.length; ++i)
                        writer.uint32(34).string(message.ports[i]);
                return writer;
            };

            BondConfig.decode = $decoder(BondConfig, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.mode = reader.stringVerify(), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.options && message.options.length))
                                message.options = [];
                            message.options.push(v1.OptionValue.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push(reader.stringVerify());
                            return true;
                        }
}
});

            return BondConfig;
        })();

        v1.DeviceOffloads = (function() {

            const DeviceOffloads = function () {
                this.values = [];
            };


            DeviceOffloads.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                if (message.values != null && message.values.length)
                    for (let i = 0; i < message.values.length; ++i)
                        v1.TuningValue.encode(message.values[i], writer.uint32(18).fork()).ldelim();
                return writer;
            };

            DeviceOffloads.decode = $decoder(DeviceOffloads, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.values && message.values.length))
                                message.values = [];
                            message.values.push(v1.TuningValue.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return DeviceOffloads;
        })();

        v1.HostTuning = (function() {

            const HostTuning = function () {
                this.sysctls = [];
                this.offloads = [];
            };


            HostTuning.encode = function (message, writer = $Writer.create()) {
                if (message.sysctls != null && message.sysctls.length)
                    for (let i = 0; i < message.sysctls.length; ++i)
                        v1.TuningValue.encode(message.sysctls[i], writer.uint32(10).fork()).ldelim();
                if (message.offloads != null && message.offloads.length)
                    for (let i = 0; i < message.offloads.length; ++i)
                        v1.DeviceOffloads.encode(message.offloads[i], writer.uint32(18).fork()).ldelim();
                return writer;
            };

            HostTuning.decode = $decoder(HostTuning, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.sysctls && message.sysctls.length))
                                message.sysctls = [];
                            message.sysctls.push(v1.TuningValue.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.offloads && message.offloads.length))
                                message.offloads = [];
                            message.offloads.push(v1.DeviceOffloads.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return HostTuning;
        })();

        v1.HostState = (function() {

            const HostState = function () {
                this.interfaces = [];
                this.bonds = [];
                this.routes = [];
                this.controlPath = [];
            };


            HostState.encode = function (message, writer = $Writer.create()) {
                if (message.interfaces != null && message.interfaces.length)
                    for (let i = 0; i < message.interfaces.length; ++i)
                        v1.InterfaceState.encode(message.interfaces[i], writer.uint32(10).fork()).ldelim();
                if (message.bonds != null && message.bonds.length)
                    for (let i = 0; i < message.bonds.length; ++i)
                        v1.BondConfig.encode(message.bonds[i], writer.uint32(18).fork()).ldelim();
                if (message.routes != null && message.routes.length)
                    for (let i = 0; i < message.routes.length; ++i)
                        v1.RouteState.encode(message.routes[i], writer.uint32(26).fork()).ldelim();
                if (message.controlPath != null && message.controlPath.length)
                    for (let i = 0; i < message.controlPath.length; ++i)
                        writer.uint32(34).string(message.controlPath[i]);
                if (message.tuning != null)
                    v1.HostTuning.encode(message.tuning, writer.uint32(42).fork()).ldelim();
                return writer;
            };

            HostState.decode = $decoder(HostState, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.interfaces && message.interfaces.length))
                                message.interfaces = [];
                            message.interfaces.push(v1.InterfaceState.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.bonds && message.bonds.length))
                                message.bonds = [];
                            message.bonds.push(v1.BondConfig.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.routes && message.routes.length))
                                message.routes = [];
                            message.routes.push(v1.RouteState.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.controlPath && message.controlPath.length))
                                message.controlPath = [];
                            message.controlPath.push(reader.stringVerify());
                            return true;
                        }
                    case 5: return wireType === 2 && (message.tuning = v1.HostTuning.decode(reader, reader.size(), _depth + 1, message.tuning), true);
}
});

            return HostState;
        })();

        v1.TransactionInHand = (function() {

            const TransactionInHand = function () {
            };


            TransactionInHand.encode = function (message, writer = $Writer.create()) {
                if (message.id != null)
                    writer.uint32(10).string(message.id);
                if (message.phase != null)
                    writer.uint32(18).string(message.phase);
                return writer;
            };

            TransactionInHand.decode = $decoder(TransactionInHand, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.id = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.phase = reader.stringVerify(), true);
}
});

            return TransactionInHand;
        })();

        v1.Difference = (function() {

            const Difference = function () {
            };


            Difference.encode = function (message, writer = $Writer.create()) {
                if (message.path != null)
                    writer.uint32(10).string(message.path);
                if (message.wanted != null)
                    writer.uint32(18).string(message.wanted);
                if (message.found != null)
                    writer.uint32(26).string(message.found);
                return writer;
            };

            Difference.decode = $decoder(Difference, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.path = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.wanted = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.found = reader.stringVerify(), true);
}
});

            return Difference;
        })();

        v1.Drift = (function() {

            const Drift = function () {
                this.differences = [];
            };


            Drift.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.differences != null && message.differences.length)
                    for (let i = 0; i < message.differences.length; ++i)
                        v1.Difference.encode(message.differences[i], writer.uint32(18).fork()).ldelim();
                if (message.sinceUnixMs != null)
                    writer.uint32(24).uint64(message.sinceUnixMs);
                return writer;
            };

            Drift.decode = $decoder(Drift, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.differences && message.differences.length))
                                message.differences = [];
                            message.differences.push(v1.Difference.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 3: return wireType === 0 && (message.sinceUnixMs = reader.uint64(), true);
}
});

            return Drift;
        })();

        v1.HostReport = (function() {

            const HostReport = function () {
                this.bonds = [];
                this.unknownLines = [];
                this.drift = [];
            };


            HostReport.encode = function (message, writer = $Writer.create()) {
                if (message.kernel != null)
                    writer.uint32(10).string(message.kernel);
                if (message.agentVersion != null)
                    writer.uint32(18).string(message.agentVersion);
                if (message.iperf3Version != null)
                    writer.uint32(26).string(message.iperf3Version);
                if (message.bootId != null)
                    writer.uint32(34).string(message.bootId);
                if (message.state != null)
                    v1.HostState.encode(message.state, writer.uint32(42).fork()).ldelim();
                if (message.bonds != null && message.bonds.length)
                    for (let i = 0; i < message.bonds.length; ++i)
                        v1.BondState.encode(message.bonds[i], writer.uint32(50).fork()).ldelim();
                if (message.unknownLines != null && message.unknownLines.length)
                    for (let i = 0; i < message.unknownLines.length; ++i)
                        writer.uint32(58).string(message.unknownLines[i]);
                if (message.transaction != null)
                    v1.TransactionInHand.encode(message.transaction, writer.uint32(66).fork()).ldelim();
                if (message.drift != null && message.drift.length)
                    for (let i = 0; i < message.drift.length; ++i)
                        v1.Drift.encode(message.drift[i], writer.uint32(74).fork()).ldelim();
                if (message.kept != null)
                    v1.KeptBonds.encode(message.kept, writer.uint32(82).fork()).ldelim();
                if (message.lastEvent != null)
                    writer.uint32(88).uint64(message.lastEvent);
                return writer;
            };

            HostReport.decode = $decoder(HostReport, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.kernel = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.agentVersion = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.iperf3Version = reader.stringVerify(), true);
                    case 4: return wireType === 2 && (message.bootId = reader.stringVerify(), true);
                    case 5: return wireType === 2 && (message.state = v1.HostState.decode(reader, reader.size(), _depth + 1, message.state), true);
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.bonds && message.bonds.length))
                                message.bonds = [];
                            message.bonds.push(v1.BondState.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unknownLines && message.unknownLines.length))
                                message.unknownLines = [];
                            message.unknownLines.push(reader.stringVerify());
                            return true;
                        }
                    case 8: return wireType === 2 && (message.transaction = v1.TransactionInHand.decode(reader, reader.size(), _depth + 1, message.transaction), true);
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if (!(message.drift && message.drift.length))
                                message.drift = [];
                            message.drift.push(v1.Drift.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 10: return wireType === 2 && (message.kept = v1.KeptBonds.decode(reader, reader.size(), _depth + 1, message.kept), true);
                    case 11: return wireType === 0 && (message.lastEvent = reader.uint64(), true);
}
});

            return HostReport;
        })();

        v1.KeptBonds = (function() {

            const KeptBonds = function () {
                this.items = [];
            };


            KeptBonds.encode = function (message, writer = $Writer.create()) {
                if (message.items != null && message.items.length)
                    for (let i = 0; i < message.items.length; ++i)
                        v1.BondKept.encode(message.items[i], writer.uint32(10).fork()).ldelim();
                return writer;
            };

            KeptBonds.decode = $decoder(KeptBonds, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.items && message.items.length))
                                message.items = [];
                            message.items.push(v1.BondKept.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return KeptBonds;
        })();

        v1.BondKept = (function() {

            const BondKept = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(BondKept.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["inFiles", "notKept"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            BondKept.encode = function (message, writer = $Writer.create()) {
                if (message.inFiles != null)
                    v1.BondInFiles.encode(message.inFiles, writer.uint32(10).fork()).ldelim();
                if (message.notKept != null)
                    v1.BondNotKept.encode(message.notKept, writer.uint32(18).fork()).ldelim();
                return writer;
            };

            BondKept.decode = $decoder(BondKept, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.inFiles = v1.BondInFiles.decode(reader, reader.size(), _depth + 1, message.inFiles);
                            message.kind = "inFiles";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.notKept = v1.BondNotKept.decode(reader, reader.size(), _depth + 1, message.notKept);
                            message.kind = "notKept";
                            return true;
                        }
}
});

            return BondKept;
        })();

        v1.BondInFiles = (function() {

            const BondInFiles = function () {
                this.files = [];
                this.untilReboot = [];
            };


            BondInFiles.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.backend != null)
                    writer.uint32(18).string(message.backend);
                if (message.files != null && message.files.length)
                    for (let i = 0; i < message.files.length; ++i)
                        writer.uint32(26).string(message.files[i]);
                if (message.untilReboot != null && message.untilReboot.length)
                    for (let i = 0; i < message.untilReboot.length; ++i)
                        writer.uint32(34).string(message.untilReboot[i]);
                if (message.unread != null)
                    writer.uint32(42).string(message.unread);
                return writer;
            };

            BondInFiles.decode = $decoder(BondInFiles, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.backend = reader.stringVerify(), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.files && message.files.length))
                                message.files = [];
                            message.files.push(reader.stringVerify());
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.untilReboot && message.untilReboot.length))
                                message.untilReboot = [];
                            message.untilReboot.push(reader.stringVerify());
                            return true;
                        }
                    case 5: return wireType === 2 && (message.unread = reader.stringVerify(), true);
}
});

            return BondInFiles;
        })();

        v1.BondNotKept = (function() {

            const BondNotKept = function () {
            };


            BondNotKept.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.why != null)
                    writer.uint32(18).string(message.why);
                return writer;
            };

            BondNotKept.decode = $decoder(BondNotKept, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.why = reader.stringVerify(), true);
}
});

            return BondNotKept;
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
            values[valuesById[4] = "ENDING_DISTURBED"] = 4;
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
            values[valuesById[14] = "RUN_FAULT_PORT_DOWN"] = 14;
            values[valuesById[15] = "RUN_FAULT_OTHERS_TRAFFIC"] = 15;
            return values;
        })();

        v1.End = (function() {

            const End = function () {
            };


            End.encode = function (message, writer = $Writer.create()) {
                if (message.host != null)
                    writer.uint32(10).string(message.host);
                if (message.bond != null)
                    writer.uint32(18).string(message.bond);
                return writer;
            };

            End.decode = $decoder(End, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.host = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.bond = reader.stringVerify(), true);
}
});

            return End;
        })();

        v1.Protocol = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "PROTOCOL_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PROTOCOL_TCP"] = 1;
            values[valuesById[2] = "PROTOCOL_UDP"] = 2;
            return values;
        })();

        v1.Direction = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "DIRECTION_UNSPECIFIED"] = 0;
            values[valuesById[1] = "DIRECTION_FORTH"] = 1;
            values[valuesById[2] = "DIRECTION_BACK"] = 2;
            values[valuesById[3] = "DIRECTION_BOTH"] = 3;
            return values;
        })();

        v1.TestClass = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "TEST_CLASS_UNSPECIFIED"] = 0;
            values[valuesById[1] = "TEST_CLASS_PROBE"] = 1;
            values[valuesById[2] = "TEST_CLASS_MEASURE"] = 2;
            values[valuesById[3] = "TEST_CLASS_STRESS"] = 3;
            values[valuesById[4] = "TEST_CLASS_PROOF"] = 4;
            return values;
        })();

        v1.RunParameters = (function() {

            const RunParameters = function () {
            };

            RunParameters.prototype["class"] = 0;

            RunParameters.encode = function (message, writer = $Writer.create()) {
                if (message.streams != null)
                    writer.uint32(8).uint64(message.streams);
                if (message.seconds != null)
                    writer.uint32(16).uint64(message.seconds);
                if (message.protocol != null)
                    writer.uint32(24).int32(message.protocol);
                if (message.direction != null)
                    writer.uint32(32).int32(message.direction);
                if (message.offeredBps != null)
                    writer.uint32(41).double(message.offeredBps);
                if (message["class"] != null && $Object.hasOwnProperty.call(message, "class"))
                    writer.uint32(48).int32(message["class"]);
                return writer;
            };

            RunParameters.decode = $decoder(RunParameters, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.streams = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.seconds = reader.uint64(), true);
                    case 3: return wireType === 0 && (message.protocol = reader.int32(), true);
                    case 4: return wireType === 0 && (message.direction = reader.int32(), true);
                    case 5: return wireType === 1 && (message.offeredBps = reader.double(), true);
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message["class"] = reader.int32();
                            return true;
                        }
}
});

            return RunParameters;
        })();

        v1.PortSample = (function() {

            const PortSample = function () {
            };


            PortSample.encode = function (message, writer = $Writer.create()) {
                if (message.port != null)
                    writer.uint32(10).string(message.port);
                if (message.atMs != null)
                    writer.uint32(17).double(message.atMs);
                if (message.txBytes != null)
                    writer.uint32(24).uint64(message.txBytes);
                if (message.rxBytes != null)
                    writer.uint32(32).uint64(message.rxBytes);
                if (message.txPackets != null)
                    writer.uint32(40).uint64(message.txPackets);
                if (message.rxPackets != null)
                    writer.uint32(48).uint64(message.rxPackets);
                if (message.txDropped != null)
                    writer.uint32(56).uint64(message.txDropped);
                if (message.rxDropped != null)
                    writer.uint32(64).uint64(message.rxDropped);
                return writer;
            };

            PortSample.decode = $decoder(PortSample, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.port = reader.stringVerify(), true);
                    case 2: return wireType === 1 && (message.atMs = reader.double(), true);
                    case 3: return wireType === 0 && (message.txBytes = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.rxBytes = reader.uint64(), true);
                    case 5: return wireType === 0 && (message.txPackets = reader.uint64(), true);
                    case 6: return wireType === 0 && (message.rxPackets = reader.uint64(), true);
                    case 7: return wireType === 0 && (message.txDropped = reader.uint64(), true);
                    case 8: return wireType === 0 && (message.rxDropped = reader.uint64(), true);
}
});

            return PortSample;
        })();

        v1.Exit = (function() {

            const Exit = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(Exit.prototype, "kind", {
                get: $util.oneOfGetter($oneOfFields = ["code", "signal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Exit.encode = function (message, writer = $Writer.create()) {
                if (message.code != null)
                    writer.uint32(8).sint64(message.code);
                if (message.signal != null)
                    writer.uint32(18).string(message.signal);
                return writer;
            };

            Exit.decode = $decoder(Exit, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.code = reader.sint64();
                            message.kind = "code";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.signal = reader.stringVerify();
                            message.kind = "signal";
                            return true;
                        }
}
});

            return Exit;
        })();

        v1.Truncated = (function() {

            const Truncated = function () {
            };


            Truncated.encode = function (message, writer = $Writer.create()) {
                if (message.bytes != null)
                    writer.uint32(8).uint64(message.bytes);
                if (message.sha256 != null)
                    writer.uint32(18).string(message.sha256);
                return writer;
            };

            Truncated.decode = $decoder(Truncated, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.bytes = reader.uint64(), true);
                    case 2: return wireType === 2 && (message.sha256 = reader.stringVerify(), true);
}
});

            return Truncated;
        })();

        v1.IperfRun = (function() {

            const IperfRun = function () {
                this.command = [];
            };


            IperfRun.encode = function (message, writer = $Writer.create()) {
                if (message.role != null)
                    writer.uint32(8).int32(message.role);
                if (message.version != null)
                    writer.uint32(18).string(message.version);
                if (message.command != null && message.command.length)
                    for (let i = 0; i < message.command.length; ++i)
                        writer.uint32(26).string(message.command[i]);
                if (message.document != null)
                    writer.uint32(34).bytes(message.document);
                if (message.truncated != null)
                    v1.Truncated.encode(message.truncated, writer.uint32(42).fork()).ldelim();
                if (message.exit != null)
                    v1.Exit.encode(message.exit, writer.uint32(50).fork()).ldelim();
                if (message.ending != null)
                    writer.uint32(56).int32(message.ending);
                return writer;
            };

            IperfRun.decode = $decoder(IperfRun, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.role = reader.int32(), true);
                    case 2: return wireType === 2 && (message.version = reader.stringVerify(), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.command && message.command.length))
                                message.command = [];
                            message.command.push(reader.stringVerify());
                            return true;
                        }
                    case 4: return wireType === 2 && (message.document = reader.bytes(), true);
                    case 5: return wireType === 2 && (message.truncated = v1.Truncated.decode(reader, reader.size(), _depth + 1, message.truncated), true);
                    case 6: return wireType === 2 && (message.exit = v1.Exit.decode(reader, reader.size(), _depth + 1, message.exit), true);
                    case 7: return wireType === 0 && (message.ending = reader.int32(), true);
}
});

            return IperfRun;
        })();

        v1.RunFigures = (function() {

            const RunFigures = function () {
                this.streams = [];
            };


            RunFigures.encode = function (message, writer = $Writer.create()) {
                if (message.receivedBps != null)
                    writer.uint32(9).double(message.receivedBps);
                if (message.receivedBytes != null)
                    writer.uint32(16).uint64(message.receivedBytes);
                if (message.sentBytes != null)
                    writer.uint32(24).uint64(message.sentBytes);
                if (message.retransmits != null)
                    writer.uint32(32).uint64(message.retransmits);
                if (message.seconds != null)
                    writer.uint32(41).double(message.seconds);
                if (message.mss != null)
                    writer.uint32(48).uint64(message.mss);
                if (message.streams != null && message.streams.length)
                    for (let i = 0; i < message.streams.length; ++i)
                        v1.StreamFigures.encode(message.streams[i], writer.uint32(58).fork()).ldelim();
                if (message.back != null)
                    v1.WayBack.encode(message.back, writer.uint32(66).fork()).ldelim();
                if (message.udp != null)
                    v1.UdpFigures.encode(message.udp, writer.uint32(74).fork()).ldelim();
                return writer;
            };

            RunFigures.decode = $decoder(RunFigures, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 1 && (message.receivedBps = reader.double(), true);
                    case 2: return wireType === 0 && (message.receivedBytes = reader.uint64(), true);
                    case 3: return wireType === 0 && (message.sentBytes = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.retransmits = reader.uint64(), true);
                    case 5: return wireType === 1 && (message.seconds = reader.double(), true);
                    case 6: return wireType === 0 && (message.mss = reader.uint64(), true);
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.streams && message.streams.length))
                                message.streams = [];
                            message.streams.push(v1.StreamFigures.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 8: return wireType === 2 && (message.back = v1.WayBack.decode(reader, reader.size(), _depth + 1, message.back), true);
                    case 9: return wireType === 2 && (message.udp = v1.UdpFigures.decode(reader, reader.size(), _depth + 1, message.udp), true);
}
});

            return RunFigures;
        })();

        v1.StreamFigures = (function() {

            const StreamFigures = function () {
            };


            StreamFigures.encode = function (message, writer = $Writer.create()) {
                if (message.sourcePort != null)
                    writer.uint32(8).uint64(message.sourcePort);
                if (message.serverPort != null)
                    writer.uint32(16).uint64(message.serverPort);
                if (message.sentBytes != null)
                    writer.uint32(24).uint64(message.sentBytes);
                return writer;
            };

            StreamFigures.decode = $decoder(StreamFigures, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.sourcePort = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.serverPort = reader.uint64(), true);
                    case 3: return wireType === 0 && (message.sentBytes = reader.uint64(), true);
}
});

            return StreamFigures;
        })();

        v1.WayBack = (function() {

            const WayBack = function () {
            };


            WayBack.encode = function (message, writer = $Writer.create()) {
                if (message.receivedBps != null)
                    writer.uint32(9).double(message.receivedBps);
                if (message.receivedBytes != null)
                    writer.uint32(16).uint64(message.receivedBytes);
                if (message.sentBytes != null)
                    writer.uint32(24).uint64(message.sentBytes);
                if (message.retransmits != null)
                    writer.uint32(32).uint64(message.retransmits);
                return writer;
            };

            WayBack.decode = $decoder(WayBack, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 1 && (message.receivedBps = reader.double(), true);
                    case 2: return wireType === 0 && (message.receivedBytes = reader.uint64(), true);
                    case 3: return wireType === 0 && (message.sentBytes = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.retransmits = reader.uint64(), true);
}
});

            return WayBack;
        })();

        v1.UdpFigures = (function() {

            const UdpFigures = function () {
            };


            UdpFigures.encode = function (message, writer = $Writer.create()) {
                if (message.packets != null)
                    writer.uint32(8).uint64(message.packets);
                if (message.lost != null)
                    writer.uint32(16).uint64(message.lost);
                if (message.jitterMs != null)
                    writer.uint32(25).double(message.jitterMs);
                if (message.outOfOrder != null)
                    writer.uint32(32).uint64(message.outOfOrder);
                return writer;
            };

            UdpFigures.decode = $decoder(UdpFigures, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.packets = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.lost = reader.uint64(), true);
                    case 3: return wireType === 1 && (message.jitterMs = reader.double(), true);
                    case 4: return wireType === 0 && (message.outOfOrder = reader.uint64(), true);
}
});

            return UdpFigures;
        })();

        v1.RunFailed = (function() {

            const RunFailed = function () {
            };


            RunFailed.encode = function (message, writer = $Writer.create()) {
                if (message.fault != null)
                    writer.uint32(8).int32(message.fault);
                if (message.message != null)
                    writer.uint32(18).string(message.message);
                return writer;
            };

            RunFailed.decode = $decoder(RunFailed, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.fault = reader.int32(), true);
                    case 2: return wireType === 2 && (message.message = reader.stringVerify(), true);
}
});

            return RunFailed;
        })();

        v1.RunVerdict = (function() {

            const RunVerdict = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(RunVerdict.prototype, "verdict", {
                get: $util.oneOfGetter($oneOfFields = ["figures", "failed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            RunVerdict.encode = function (message, writer = $Writer.create()) {
                if (message.figures != null)
                    v1.RunFigures.encode(message.figures, writer.uint32(10).fork()).ldelim();
                if (message.failed != null)
                    v1.RunFailed.encode(message.failed, writer.uint32(18).fork()).ldelim();
                return writer;
            };

            RunVerdict.decode = $decoder(RunVerdict, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.figures = v1.RunFigures.decode(reader, reader.size(), _depth + 1, message.figures);
                            message.verdict = "figures";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.failed = v1.RunFailed.decode(reader, reader.size(), _depth + 1, message.failed);
                            message.verdict = "failed";
                            return true;
                        }
}
});

            return RunVerdict;
        })();

        v1.ProbeAnswer = (function() {

            const ProbeAnswer = function () {
            };


            ProbeAnswer.encode = function (message, writer = $Writer.create()) {
                if (message.from != null)
                    v1.End.encode(message.from, writer.uint32(10).fork()).ldelim();
                if (message.to != null)
                    v1.End.encode(message.to, writer.uint32(18).fork()).ldelim();
                if (message.ipBytes != null)
                    writer.uint32(24).uint64(message.ipBytes);
                if (message.sent != null)
                    writer.uint32(32).uint64(message.sent);
                if (message.received != null)
                    writer.uint32(40).uint64(message.received);
                if (message.complaint != null)
                    writer.uint32(50).string(message.complaint);
                if (message.identifier != null)
                    writer.uint32(56).uint64(message.identifier);
                return writer;
            };

            ProbeAnswer.decode = $decoder(ProbeAnswer, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.from = v1.End.decode(reader, reader.size(), _depth + 1, message.from), true);
                    case 2: return wireType === 2 && (message.to = v1.End.decode(reader, reader.size(), _depth + 1, message.to), true);
                    case 3: return wireType === 0 && (message.ipBytes = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.sent = reader.uint64(), true);
                    case 5: return wireType === 0 && (message.received = reader.uint64(), true);
                    case 6: return wireType === 2 && (message.complaint = reader.stringVerify(), true);
                    case 7: return wireType === 0 && (message.identifier = reader.uint64(), true);
}
});

            return ProbeAnswer;
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

            const PlanStep = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(PlanStep.prototype, "do", {
                get: $util.oneOfGetter($oneOfFields = ["createBond", "deleteBond", "setOption", "setMode", "addPort", "removePort", "setMtu", "setMac", "linkUp", "linkDown", "addAddress", "removeAddress", "addRoute", "removeRoute", "setSysctl", "setOffload", "keep", "setManaged"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            PlanStep.encode = function (message, writer = $Writer.create()) {
                if (message.createBond != null)
                    v1.WholeBond.encode(message.createBond, writer.uint32(10).fork()).ldelim();
                if (message.deleteBond != null)
                    v1.WholeBond.encode(message.deleteBond, writer.uint32(18).fork()).ldelim();
                if (message.setOption != null)
                    v1.SetOption.encode(message.setOption, writer.uint32(26).fork()).ldelim();
                if (message.setMode != null)
                    v1.SetMode.encode(message.setMode, writer.uint32(34).fork()).ldelim();
                if (message.addPort != null)
                    v1.PortOfBond.encode(message.addPort, writer.uint32(42).fork()).ldelim();
                if (message.removePort != null)
                    v1.PortOfBond.encode(message.removePort, writer.uint32(50).fork()).ldelim();
                if (message.setMtu != null)
                    v1.SetMtu.encode(message.setMtu, writer.uint32(58).fork()).ldelim();
                if (message.setMac != null)
                    v1.SetMac.encode(message.setMac, writer.uint32(66).fork()).ldelim();
                if (message.linkUp != null)
                    v1.Device.encode(message.linkUp, writer.uint32(74).fork()).ldelim();
                if (message.linkDown != null)
                    v1.Device.encode(message.linkDown, writer.uint32(82).fork()).ldelim();
                if (message.addAddress != null)
                    v1.DeviceAddress.encode(message.addAddress, writer.uint32(90).fork()).ldelim();
                if (message.removeAddress != null)
                    v1.DeviceAddress.encode(message.removeAddress, writer.uint32(98).fork()).ldelim();
                if (message.addRoute != null)
                    v1.DeviceRoute.encode(message.addRoute, writer.uint32(106).fork()).ldelim();
                if (message.removeRoute != null)
                    v1.DeviceRoute.encode(message.removeRoute, writer.uint32(114).fork()).ldelim();
                if (message.setSysctl != null)
                    v1.SetSysctl.encode(message.setSysctl, writer.uint32(122).fork()).ldelim();
                if (message.setOffload != null)
                    v1.SetOffload.encode(message.setOffload, writer.uint32(130).fork()).ldelim();
                if (message.keep != null)
                    v1.Keep.encode(message.keep, writer.uint32(138).fork()).ldelim();
                if (message.setManaged != null)
                    v1.SetManaged.encode(message.setManaged, writer.uint32(146).fork()).ldelim();
                return writer;
            };

            PlanStep.decode = $decoder(PlanStep, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.createBond = v1.WholeBond.decode(reader, reader.size(), _depth + 1, message.createBond);
                            message["do"] = "createBond";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.deleteBond = v1.WholeBond.decode(reader, reader.size(), _depth + 1, message.deleteBond);
                            message["do"] = "deleteBond";
                            return true;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.setOption = v1.SetOption.decode(reader, reader.size(), _depth + 1, message.setOption);
                            message["do"] = "setOption";
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.setMode = v1.SetMode.decode(reader, reader.size(), _depth + 1, message.setMode);
                            message["do"] = "setMode";
                            return true;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.addPort = v1.PortOfBond.decode(reader, reader.size(), _depth + 1, message.addPort);
                            message["do"] = "addPort";
                            return true;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.removePort = v1.PortOfBond.decode(reader, reader.size(), _depth + 1, message.removePort);
                            message["do"] = "removePort";
                            return true;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.setMtu = v1.SetMtu.decode(reader, reader.size(), _depth + 1, message.setMtu);
                            message["do"] = "setMtu";
                            return true;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.setMac = v1.SetMac.decode(reader, reader.size(), _depth + 1, message.setMac);
                            message["do"] = "setMac";
                            return true;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.linkUp = v1.Device.decode(reader, reader.size(), _depth + 1, message.linkUp);
                            message["do"] = "linkUp";
                            return true;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.linkDown = v1.Device.decode(reader, reader.size(), _depth + 1, message.linkDown);
                            message["do"] = "linkDown";
                            return true;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.addAddress = v1.DeviceAddress.decode(reader, reader.size(), _depth + 1, message.addAddress);
                            message["do"] = "addAddress";
                            return true;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            message.removeAddress = v1.DeviceAddress.decode(reader, reader.size(), _depth + 1, message.removeAddress);
                            message["do"] = "removeAddress";
                            return true;
                        }
                    case 13: {
                            if (wireType !== 2)
                                break;
                            message.addRoute = v1.DeviceRoute.decode(reader, reader.size(), _depth + 1, message.addRoute);
                            message["do"] = "addRoute";
                            return true;
                        }
                    case 14: {
                            if (wireType !== 2)
                                break;
                            message.removeRoute = v1.DeviceRoute.decode(reader, reader.size(), _depth + 1, message.removeRoute);
                            message["do"] = "removeRoute";
                            return true;
                        }
                    case 15: {
                            if (wireType !== 2)
                                break;
                            message.setSysctl = v1.SetSysctl.decode(reader, reader.size(), _depth + 1, message.setSysctl);
                            message["do"] = "setSysctl";
                            return true;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            message.setOffload = v1.SetOffload.decode(reader, reader.size(), _depth + 1, message.setOffload);
                            message["do"] = "setOffload";
                            return true;
                        }
                    case 17: {
                            if (wireType !== 2)
                                break;
                            message.keep = v1.Keep.decode(reader, reader.size(), _depth + 1, message.keep);
                            message["do"] = "keep";
                            return true;
                        }
                    case 18: {
                            if (wireType !== 2)
                                break;
                            message.setManaged = v1.SetManaged.decode(reader, reader.size(), _depth + 1, message.setManaged);
                            message["do"] = "setManaged";
                            return true;
                        }
}
});

            return PlanStep;
        })();

        v1.SetManaged = (function() {

            const SetManaged = function () {
            };


            SetManaged.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                if (message.from != null)
                    writer.uint32(18).string(message.from);
                if (message.to != null)
                    writer.uint32(26).string(message.to);
                return writer;
            };

            SetManaged.decode = $decoder(SetManaged, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.from = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.to = reader.stringVerify(), true);
}
});

            return SetManaged;
        })();

        v1.Keep = (function() {

            const Keep = function () {
                this.files = [];
            };


            Keep.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.backend != null)
                    writer.uint32(18).string(message.backend);
                if (message.files != null && message.files.length)
                    for (let i = 0; i < message.files.length; ++i)
                        writer.uint32(26).string(message.files[i]);
                return writer;
            };

            Keep.decode = $decoder(Keep, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.backend = reader.stringVerify(), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.files && message.files.length))
                                message.files = [];
                            message.files.push(reader.stringVerify());
                            return true;
                        }
}
});

            return Keep;
        })();

        v1.WholeBond = (function() {

            const WholeBond = function () {
                this.options = [];
            };


            WholeBond.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.mode != null)
                    writer.uint32(16).int32(message.mode);
                if (message.options != null && message.options.length)
                    for (let i = 0; i < message.options.length; ++i)
                        v1.OptionValue.encode(message.options[i], writer.uint32(26).fork()).ldelim();
                return writer;
            };

            WholeBond.decode = $decoder(WholeBond, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.mode = reader.int32(), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.options && message.options.length))
                                message.options = [];
                            message.options.push(v1.OptionValue.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return WholeBond;
        })();

        v1.SetOption = (function() {

            const SetOption = function () {
            };


            SetOption.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.option != null)
                    writer.uint32(18).string(message.option);
                if (message.from != null)
                    writer.uint32(26).string(message.from);
                if (message.to != null)
                    writer.uint32(34).string(message.to);
                return writer;
            };

            SetOption.decode = $decoder(SetOption, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.option = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.from = reader.stringVerify(), true);
                    case 4: return wireType === 2 && (message.to = reader.stringVerify(), true);
}
});

            return SetOption;
        })();

        v1.SetMode = (function() {

            const SetMode = function () {
            };


            SetMode.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.from != null)
                    writer.uint32(16).int32(message.from);
                if (message.to != null)
                    writer.uint32(24).int32(message.to);
                return writer;
            };

            SetMode.decode = $decoder(SetMode, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.from = reader.int32(), true);
                    case 3: return wireType === 0 && (message.to = reader.int32(), true);
}
});

            return SetMode;
        })();

        v1.PortOfBond = (function() {

            const PortOfBond = function () {
            };


            PortOfBond.encode = function (message, writer = $Writer.create()) {
                if (message.bond != null)
                    writer.uint32(10).string(message.bond);
                if (message.port != null)
                    writer.uint32(18).string(message.port);
                return writer;
            };

            PortOfBond.decode = $decoder(PortOfBond, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.bond = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.port = reader.stringVerify(), true);
}
});

            return PortOfBond;
        })();

        v1.SetMtu = (function() {

            const SetMtu = function () {
            };


            SetMtu.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                if (message.from != null)
                    writer.uint32(16).uint64(message.from);
                if (message.to != null)
                    writer.uint32(24).uint64(message.to);
                return writer;
            };

            SetMtu.decode = $decoder(SetMtu, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.from = reader.uint64(), true);
                    case 3: return wireType === 0 && (message.to = reader.uint64(), true);
}
});

            return SetMtu;
        })();

        v1.SetMac = (function() {

            const SetMac = function () {
            };


            SetMac.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                if (message.from != null)
                    writer.uint32(18).string(message.from);
                if (message.to != null)
                    writer.uint32(26).string(message.to);
                return writer;
            };

            SetMac.decode = $decoder(SetMac, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.from = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.to = reader.stringVerify(), true);
}
});

            return SetMac;
        })();

        v1.Device = (function() {

            const Device = function () {
            };


            Device.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                return writer;
            };

            Device.decode = $decoder(Device, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
}
});

            return Device;
        })();

        v1.DeviceAddress = (function() {

            const DeviceAddress = function () {
            };


            DeviceAddress.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                if (message.cidr != null)
                    writer.uint32(18).string(message.cidr);
                return writer;
            };

            DeviceAddress.decode = $decoder(DeviceAddress, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.cidr = reader.stringVerify(), true);
}
});

            return DeviceAddress;
        })();

        v1.DeviceRoute = (function() {

            const DeviceRoute = function () {
            };


            DeviceRoute.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                if (message.family != null)
                    writer.uint32(16).int32(message.family);
                if (message.route != null)
                    writer.uint32(26).string(message.route);
                return writer;
            };

            DeviceRoute.decode = $decoder(DeviceRoute, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.family = reader.int32(), true);
                    case 3: return wireType === 2 && (message.route = reader.stringVerify(), true);
}
});

            return DeviceRoute;
        })();

        v1.SetSysctl = (function() {

            const SetSysctl = function () {
            };


            SetSysctl.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.from != null)
                    writer.uint32(18).string(message.from);
                if (message.to != null)
                    writer.uint32(26).string(message.to);
                return writer;
            };

            SetSysctl.decode = $decoder(SetSysctl, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.from = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.to = reader.stringVerify(), true);
}
});

            return SetSysctl;
        })();

        v1.SetOffload = (function() {

            const SetOffload = function () {
            };


            SetOffload.encode = function (message, writer = $Writer.create()) {
                if (message.device != null)
                    writer.uint32(10).string(message.device);
                if (message.offload != null)
                    writer.uint32(18).string(message.offload);
                if (message.from != null)
                    writer.uint32(26).string(message.from);
                if (message.to != null)
                    writer.uint32(34).string(message.to);
                return writer;
            };

            SetOffload.decode = $decoder(SetOffload, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.device = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.offload = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.from = reader.stringVerify(), true);
                    case 4: return wireType === 2 && (message.to = reader.stringVerify(), true);
}
});

            return SetOffload;
        })();

        v1.PlannedStep = (function() {

            const PlannedStep = function () {
                this.loses = [];
            };


            PlannedStep.encode = function (message, writer = $Writer.create()) {
                if (message.step != null)
                    v1.PlanStep.encode(message.step, writer.uint32(10).fork()).ldelim();
                if (message.disruption != null)
                    writer.uint32(16).int32(message.disruption);
                if (message.sentence != null)
                    writer.uint32(26).string(message.sentence);
                if (message.loses != null && message.loses.length)
                    for (let i = 0; i < message.loses.length; ++i)
                        writer.uint32(34).string(message.loses[i]);
                return writer;
            };

            PlannedStep.decode = $decoder(PlannedStep, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.step = v1.PlanStep.decode(reader, reader.size(), _depth + 1, message.step), true);
                    case 2: return wireType === 0 && (message.disruption = reader.int32(), true);
                    case 3: return wireType === 2 && (message.sentence = reader.stringVerify(), true);
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.loses && message.loses.length))
                                message.loses = [];
                            message.loses.push(reader.stringVerify());
                            return true;
                        }
}
});

            return PlannedStep;
        })();

        v1.Refusal = (function() {

            const Refusal = function () {
            };


            Refusal.encode = function (message, writer = $Writer.create()) {
                if (message.subject != null)
                    writer.uint32(10).string(message.subject);
                if (message.message != null)
                    writer.uint32(18).string(message.message);
                return writer;
            };

            Refusal.decode = $decoder(Refusal, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.subject = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.message = reader.stringVerify(), true);
}
});

            return Refusal;
        })();

        v1.HostPlan = (function() {

            const HostPlan = function () {
                this.steps = [];
                this.refusals = [];
                this.notes = [];
            };


            HostPlan.encode = function (message, writer = $Writer.create()) {
                if (message.steps != null && message.steps.length)
                    for (let i = 0; i < message.steps.length; ++i)
                        v1.PlannedStep.encode(message.steps[i], writer.uint32(10).fork()).ldelim();
                if (message.refusals != null && message.refusals.length)
                    for (let i = 0; i < message.refusals.length; ++i)
                        v1.Refusal.encode(message.refusals[i], writer.uint32(18).fork()).ldelim();
                if (message.notes != null && message.notes.length)
                    for (let i = 0; i < message.notes.length; ++i)
                        writer.uint32(26).string(message.notes[i]);
                if (message.basis != null)
                    writer.uint32(34).string(message.basis);
                return writer;
            };

            HostPlan.decode = $decoder(HostPlan, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.steps && message.steps.length))
                                message.steps = [];
                            message.steps.push(v1.PlannedStep.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.refusals && message.refusals.length))
                                message.refusals = [];
                            message.refusals.push(v1.Refusal.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.notes && message.notes.length))
                                message.notes = [];
                            message.notes.push(reader.stringVerify());
                            return true;
                        }
                    case 4: return wireType === 2 && (message.basis = reader.stringVerify(), true);
}
});

            return HostPlan;
        })();

        v1.Verification = (function() {

            const Verification = function () {
                this.differences = [];
                this.bonds = [];
            };


            Verification.encode = function (message, writer = $Writer.create()) {
                if (message.differences != null && message.differences.length)
                    for (let i = 0; i < message.differences.length; ++i)
                        v1.Difference.encode(message.differences[i], writer.uint32(10).fork()).ldelim();
                if (message.bonds != null && message.bonds.length)
                    for (let i = 0; i < message.bonds.length; ++i)
                        v1.BondState.encode(message.bonds[i], writer.uint32(18).fork()).ldelim();
                if (message.state != null)
                    v1.HostState.encode(message.state, writer.uint32(26).fork()).ldelim();
                return writer;
            };

            Verification.decode = $decoder(Verification, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.differences && message.differences.length))
                                message.differences = [];
                            message.differences.push(v1.Difference.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.bonds && message.bonds.length))
                                message.bonds = [];
                            message.bonds.push(v1.BondState.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 3: return wireType === 2 && (message.state = v1.HostState.decode(reader, reader.size(), _depth + 1, message.state), true);
}
});

            return Verification;
        })();

        v1.Failure = (function() {

            const Failure = function () {
            };


            Failure.encode = function (message, writer = $Writer.create()) {
                if (message.kind != null)
                    writer.uint32(8).int32(message.kind);
                if (message.message != null)
                    writer.uint32(18).string(message.message);
                return writer;
            };

            Failure.decode = $decoder(Failure, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.kind = reader.int32(), true);
                    case 2: return wireType === 2 && (message.message = reader.stringVerify(), true);
}
});

            return Failure;
        })();

        v1.TxOutcome = (function() {

            const TxOutcome = function () {
            };


            let $oneOfFields;

            $Object.defineProperty(TxOutcome.prototype, "phase", {
                get: $util.oneOfGetter($oneOfFields = ["prepared", "awaitingConfirm", "committed", "rolledBack", "stuck"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            TxOutcome.encode = function (message, writer = $Writer.create()) {
                if (message.prepared != null)
                    v1.PreparedTx.encode(message.prepared, writer.uint32(10).fork()).ldelim();
                if (message.awaitingConfirm != null)
                    v1.Verification.encode(message.awaitingConfirm, writer.uint32(18).fork()).ldelim();
                if (message.committed != null)
                    v1.CommittedTx.encode(message.committed, writer.uint32(26).fork()).ldelim();
                if (message.rolledBack != null)
                    v1.Failure.encode(message.rolledBack, writer.uint32(34).fork()).ldelim();
                if (message.stuck != null)
                    v1.StuckTx.encode(message.stuck, writer.uint32(42).fork()).ldelim();
                return writer;
            };

            TxOutcome.decode = $decoder(TxOutcome, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.prepared = v1.PreparedTx.decode(reader, reader.size(), _depth + 1, message.prepared);
                            message.phase = "prepared";
                            return true;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.awaitingConfirm = v1.Verification.decode(reader, reader.size(), _depth + 1, message.awaitingConfirm);
                            message.phase = "awaitingConfirm";
                            return true;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.committed = v1.CommittedTx.decode(reader, reader.size(), _depth + 1, message.committed);
                            message.phase = "committed";
                            return true;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.rolledBack = v1.Failure.decode(reader, reader.size(), _depth + 1, message.rolledBack);
                            message.phase = "rolledBack";
                            return true;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.stuck = v1.StuckTx.decode(reader, reader.size(), _depth + 1, message.stuck);
                            message.phase = "stuck";
                            return true;
                        }
}
});

            return TxOutcome;
        })();

        v1.PreparedTx = (function() {

            const PreparedTx = function () {
            };


            PreparedTx.encode = function (message, writer = $Writer.create()) {
                if (message.deadlineInMs != null)
                    writer.uint32(8).uint64(message.deadlineInMs);
                return writer;
            };

            PreparedTx.decode = $decoder(PreparedTx, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.deadlineInMs = reader.uint64(), true);
}
});

            return PreparedTx;
        })();

        v1.CommittedTx = (function() {

            const CommittedTx = function () {
            };

            CommittedTx.encode = function (message, writer = $Writer.create()) {
                return writer;
            };

            CommittedTx.decode = $decoder(CommittedTx, () => false);

            return CommittedTx;
        })();

        v1.StuckTx = (function() {

            const StuckTx = function () {
                this.differences = [];
            };


            StuckTx.encode = function (message, writer = $Writer.create()) {
                if (message.why != null)
                    v1.Failure.encode(message.why, writer.uint32(10).fork()).ldelim();
                if (message.differences != null && message.differences.length)
                    for (let i = 0; i < message.differences.length; ++i)
                        v1.Difference.encode(message.differences[i], writer.uint32(18).fork()).ldelim();
                return writer;
            };

            StuckTx.decode = $decoder(StuckTx, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.why = v1.Failure.decode(reader, reader.size(), _depth + 1, message.why), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.differences && message.differences.length))
                                message.differences = [];
                            message.differences.push(v1.Difference.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return StuckTx;
        })();

        v1.TcpVitals = (function() {

            const TcpVitals = function () {
            };


            TcpVitals.encode = function (message, writer = $Writer.create()) {
                if (message.retransSegs != null)
                    writer.uint32(8).uint64(message.retransSegs);
                if (message.outSegs != null)
                    writer.uint32(16).uint64(message.outSegs);
                if (message.inSegs != null)
                    writer.uint32(24).uint64(message.inSegs);
                if (message.dsackRecv != null)
                    writer.uint32(32).uint64(message.dsackRecv);
                if (message.sackReorder != null)
                    writer.uint32(40).uint64(message.sackReorder);
                if (message.tsReorder != null)
                    writer.uint32(48).uint64(message.tsReorder);
                if (message.timeouts != null)
                    writer.uint32(56).uint64(message.timeouts);
                if (message.mtuProbeFail != null)
                    writer.uint32(64).uint64(message.mtuProbeFail);
                if (message.lostRetransmit != null)
                    writer.uint32(72).uint64(message.lostRetransmit);
                if (message.fastRetrans != null)
                    writer.uint32(80).uint64(message.fastRetrans);
                if (message.dsackRecvSegs != null)
                    writer.uint32(88).uint64(message.dsackRecvSegs);
                return writer;
            };

            TcpVitals.decode = $decoder(TcpVitals, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.retransSegs = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.outSegs = reader.uint64(), true);
                    case 3: return wireType === 0 && (message.inSegs = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.dsackRecv = reader.uint64(), true);
                    case 5: return wireType === 0 && (message.sackReorder = reader.uint64(), true);
                    case 6: return wireType === 0 && (message.tsReorder = reader.uint64(), true);
                    case 7: return wireType === 0 && (message.timeouts = reader.uint64(), true);
                    case 8: return wireType === 0 && (message.mtuProbeFail = reader.uint64(), true);
                    case 9: return wireType === 0 && (message.lostRetransmit = reader.uint64(), true);
                    case 10: return wireType === 0 && (message.fastRetrans = reader.uint64(), true);
                    case 11: return wireType === 0 && (message.dsackRecvSegs = reader.uint64(), true);
}
});

            return TcpVitals;
        })();

        v1.SoftnetVitals = (function() {

            const SoftnetVitals = function () {
            };


            SoftnetVitals.encode = function (message, writer = $Writer.create()) {
                if (message.dropped != null)
                    writer.uint32(8).uint64(message.dropped);
                if (message.squeezed != null)
                    writer.uint32(16).uint64(message.squeezed);
                return writer;
            };

            SoftnetVitals.decode = $decoder(SoftnetVitals, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.dropped = reader.uint64(), true);
                    case 2: return wireType === 0 && (message.squeezed = reader.uint64(), true);
}
});

            return SoftnetVitals;
        })();

        v1.CpuLoad = (function() {

            const CpuLoad = function () {
            };


            CpuLoad.encode = function (message, writer = $Writer.create()) {
                if (message.cpu != null)
                    writer.uint32(8).uint64(message.cpu);
                if (message.busyPercent != null)
                    writer.uint32(17).double(message.busyPercent);
                if (message.softirqPercent != null)
                    writer.uint32(25).double(message.softirqPercent);
                return writer;
            };

            CpuLoad.decode = $decoder(CpuLoad, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.cpu = reader.uint64(), true);
                    case 2: return wireType === 1 && (message.busyPercent = reader.double(), true);
                    case 3: return wireType === 1 && (message.softirqPercent = reader.double(), true);
}
});

            return CpuLoad;
        })();

        v1.PortVitals = (function() {

            const PortVitals = function () {
            };


            PortVitals.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.rxErrors != null)
                    writer.uint32(16).uint64(message.rxErrors);
                if (message.txErrors != null)
                    writer.uint32(24).uint64(message.txErrors);
                if (message.rxDropped != null)
                    writer.uint32(32).uint64(message.rxDropped);
                if (message.txDropped != null)
                    writer.uint32(40).uint64(message.txDropped);
                if (message.rxCrcErrors != null)
                    writer.uint32(48).uint64(message.rxCrcErrors);
                if (message.rxMissedErrors != null)
                    writer.uint32(56).uint64(message.rxMissedErrors);
                if (message.rxFifoErrors != null)
                    writer.uint32(64).uint64(message.rxFifoErrors);
                if (message.carrierChanges != null)
                    writer.uint32(72).uint64(message.carrierChanges);
                return writer;
            };

            PortVitals.decode = $decoder(PortVitals, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 0 && (message.rxErrors = reader.uint64(), true);
                    case 3: return wireType === 0 && (message.txErrors = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.rxDropped = reader.uint64(), true);
                    case 5: return wireType === 0 && (message.txDropped = reader.uint64(), true);
                    case 6: return wireType === 0 && (message.rxCrcErrors = reader.uint64(), true);
                    case 7: return wireType === 0 && (message.rxMissedErrors = reader.uint64(), true);
                    case 8: return wireType === 0 && (message.rxFifoErrors = reader.uint64(), true);
                    case 9: return wireType === 0 && (message.carrierChanges = reader.uint64(), true);
}
});

            return PortVitals;
        })();

        v1.HostVitals = (function() {

            const HostVitals = function () {
                this.cpus = [];
                this.ports = [];
            };


            HostVitals.encode = function (message, writer = $Writer.create()) {
                if (message.tcp != null)
                    v1.TcpVitals.encode(message.tcp, writer.uint32(10).fork()).ldelim();
                if (message.softnet != null)
                    v1.SoftnetVitals.encode(message.softnet, writer.uint32(18).fork()).ldelim();
                if (message.cpus != null && message.cpus.length)
                    for (let i = 0; i < message.cpus.length; ++i)
                        v1.CpuLoad.encode(message.cpus[i], writer.uint32(26).fork()).ldelim();
                if (message.meanBusyPercent != null)
                    writer.uint32(33).double(message.meanBusyPercent);
                if (message.meanSoftirqPercent != null)
                    writer.uint32(41).double(message.meanSoftirqPercent);
                if (message.ports != null && message.ports.length)
                    for (let i = 0; i < message.ports.length; ++i)
                        v1.PortVitals.encode(message.ports[i], writer.uint32(50).fork()).ldelim();
                return writer;
            };

            HostVitals.decode = $decoder(HostVitals, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.tcp = v1.TcpVitals.decode(reader, reader.size(), _depth + 1, message.tcp), true);
                    case 2: return wireType === 2 && (message.softnet = v1.SoftnetVitals.decode(reader, reader.size(), _depth + 1, message.softnet), true);
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.cpus && message.cpus.length))
                                message.cpus = [];
                            message.cpus.push(v1.CpuLoad.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
                    case 4: return wireType === 1 && (message.meanBusyPercent = reader.double(), true);
                    case 5: return wireType === 1 && (message.meanSoftirqPercent = reader.double(), true);
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.ports && message.ports.length))
                                message.ports = [];
                            message.ports.push(v1.PortVitals.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return HostVitals;
        })();

        v1.RttFigures = (function() {

            const RttFigures = function () {
            };


            RttFigures.encode = function (message, writer = $Writer.create()) {
                if (message.p50Ms != null)
                    writer.uint32(9).double(message.p50Ms);
                if (message.p99Ms != null)
                    writer.uint32(17).double(message.p99Ms);
                if (message.count != null)
                    writer.uint32(24).uint64(message.count);
                if (message.lost != null)
                    writer.uint32(32).uint64(message.lost);
                if (message.minMs != null)
                    writer.uint32(41).double(message.minMs);
                if (message.p25Ms != null)
                    writer.uint32(49).double(message.p25Ms);
                if (message.p75Ms != null)
                    writer.uint32(57).double(message.p75Ms);
                return writer;
            };

            RttFigures.decode = $decoder(RttFigures, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 1 && (message.p50Ms = reader.double(), true);
                    case 2: return wireType === 1 && (message.p99Ms = reader.double(), true);
                    case 3: return wireType === 0 && (message.count = reader.uint64(), true);
                    case 4: return wireType === 0 && (message.lost = reader.uint64(), true);
                    case 5: return wireType === 1 && (message.minMs = reader.double(), true);
                    case 6: return wireType === 1 && (message.p25Ms = reader.double(), true);
                    case 7: return wireType === 1 && (message.p75Ms = reader.double(), true);
}
});

            return RttFigures;
        })();

        v1.Latency = (function() {

            const Latency = function () {
            };


            Latency.encode = function (message, writer = $Writer.create()) {
                if (message.idle != null)
                    v1.RttFigures.encode(message.idle, writer.uint32(10).fork()).ldelim();
                if (message.loaded != null)
                    v1.RttFigures.encode(message.loaded, writer.uint32(18).fork()).ldelim();
                return writer;
            };

            Latency.decode = $decoder(Latency, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.idle = v1.RttFigures.decode(reader, reader.size(), _depth + 1, message.idle), true);
                    case 2: return wireType === 2 && (message.loaded = v1.RttFigures.decode(reader, reader.size(), _depth + 1, message.loaded), true);
}
});

            return Latency;
        })();

        v1.Offloads = (function() {

            const Offloads = function () {
            };


            Offloads.encode = function (message, writer = $Writer.create()) {
                if (message.tso != null)
                    writer.uint32(8).bool(message.tso);
                if (message.gso != null)
                    writer.uint32(16).bool(message.gso);
                if (message.gro != null)
                    writer.uint32(24).bool(message.gro);
                return writer;
            };

            Offloads.decode = $decoder(Offloads, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 0 && (message.tso = reader.bool(), true);
                    case 2: return wireType === 0 && (message.gso = reader.bool(), true);
                    case 3: return wireType === 0 && (message.gro = reader.bool(), true);
}
});

            return Offloads;
        })();

        v1.InterfaceSurroundings = (function() {

            const InterfaceSurroundings = function () {
            };


            InterfaceSurroundings.encode = function (message, writer = $Writer.create()) {
                if (message.name != null)
                    writer.uint32(10).string(message.name);
                if (message.driver != null)
                    writer.uint32(18).string(message.driver);
                if (message.offloads != null)
                    v1.Offloads.encode(message.offloads, writer.uint32(26).fork()).ldelim();
                return writer;
            };

            InterfaceSurroundings.decode = $decoder(InterfaceSurroundings, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.name = reader.stringVerify(), true);
                    case 2: return wireType === 2 && (message.driver = reader.stringVerify(), true);
                    case 3: return wireType === 2 && (message.offloads = v1.Offloads.decode(reader, reader.size(), _depth + 1, message.offloads), true);
}
});

            return InterfaceSurroundings;
        })();

        v1.HostSurroundings = (function() {

            const HostSurroundings = function () {
                this.interfaces = [];
            };


            HostSurroundings.encode = function (message, writer = $Writer.create()) {
                if (message.kernel != null)
                    writer.uint32(10).string(message.kernel);
                if (message.interfaces != null && message.interfaces.length)
                    for (let i = 0; i < message.interfaces.length; ++i)
                        v1.InterfaceSurroundings.encode(message.interfaces[i], writer.uint32(18).fork()).ldelim();
                return writer;
            };

            HostSurroundings.decode = $decoder(HostSurroundings, (reader, message, tag, wireType, _depth) => {
switch (tag) {
                    case 1: return wireType === 2 && (message.kernel = reader.stringVerify(), true);
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.interfaces && message.interfaces.length))
                                message.interfaces = [];
                            message.interfaces.push(v1.InterfaceSurroundings.decode(reader, reader.size(), _depth + 1));
                            return true;
                        }
}
});

            return HostSurroundings;
        })();

        return v1;
    })();

    return bondctl;
})();

export {
  $root as default
};
