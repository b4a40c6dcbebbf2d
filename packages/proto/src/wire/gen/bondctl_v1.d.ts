import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace bondctl. */
export namespace bondctl {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of a Frame.
         * @deprecated Use bondctl.v1.Frame.$Properties instead.
         */
        interface IFrame extends bondctl.v1.Frame.$Properties {
        }

        /** Represents a Frame. */
        class Frame {

            /**
             * Constructs a new Frame.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Frame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Frame seq. */
            seq: number;

            /** Frame ack. */
            ack: number;

            /** Frame hello. */
            hello?: (bondctl.v1.Hello.$Properties|null);

            /** Frame welcome. */
            welcome?: (bondctl.v1.Welcome.$Properties|null);

            /** Frame refuse. */
            refuse?: (bondctl.v1.Refuse.$Properties|null);

            /** Frame heartbeat. */
            heartbeat?: (bondctl.v1.Heartbeat.$Properties|null);

            /** Frame goodbye. */
            goodbye?: (bondctl.v1.Goodbye.$Properties|null);

            /** Frame command. */
            command?: (bondctl.v1.Command.$Properties|null);

            /** Frame accepted. */
            accepted?: (bondctl.v1.Accepted.$Properties|null);

            /** Frame outcome. */
            outcome?: (bondctl.v1.Outcome.$Properties|null);

            /** Frame progress. */
            progress?: (bondctl.v1.Progress.$Properties|null);

            /** Frame state. */
            state?: (bondctl.v1.State.$Properties|null);

            /** Frame linkEvents. */
            linkEvents?: (bondctl.v1.LinkEvents.$Properties|null);

            /** Frame gap. */
            gap?: (bondctl.v1.Gap.$Properties|null);

            /** Frame samples. */
            samples?: (bondctl.v1.Samples.$Properties|null);

            /** Frame counters. */
            counters?: (bondctl.v1.Counters.$Properties|null);

            /** Frame certRequest. */
            certRequest?: (bondctl.v1.CertRequest.$Properties|null);

            /** Frame certOffer. */
            certOffer?: (bondctl.v1.CertOffer.$Properties|null);

            /** Frame body. */
            body?: ("hello"|"welcome"|"refuse"|"heartbeat"|"goodbye"|"command"|"accepted"|"outcome"|"progress"|"state"|"linkEvents"|"gap"|"samples"|"counters"|"certRequest"|"certOffer");

            /**
             * Encodes the specified Frame message. Does not implicitly {@link bondctl.v1.Frame.verify|verify} messages.
             * @param message Frame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Frame & bondctl.v1.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Frame & bondctl.v1.Frame.$Shape;
        }

        namespace Frame {

            /** Properties of a Frame. */
            interface $Properties {

                /** Frame seq */
                seq?: (number|null);

                /** Frame ack */
                ack?: (number|null);

                /** Frame hello */
                hello?: (bondctl.v1.Hello.$Properties|null);

                /** Frame welcome */
                welcome?: (bondctl.v1.Welcome.$Properties|null);

                /** Frame refuse */
                refuse?: (bondctl.v1.Refuse.$Properties|null);

                /** Frame heartbeat */
                heartbeat?: (bondctl.v1.Heartbeat.$Properties|null);

                /** Frame goodbye */
                goodbye?: (bondctl.v1.Goodbye.$Properties|null);

                /** Frame command */
                command?: (bondctl.v1.Command.$Properties|null);

                /** Frame accepted */
                accepted?: (bondctl.v1.Accepted.$Properties|null);

                /** Frame outcome */
                outcome?: (bondctl.v1.Outcome.$Properties|null);

                /** Frame progress */
                progress?: (bondctl.v1.Progress.$Properties|null);

                /** Frame state */
                state?: (bondctl.v1.State.$Properties|null);

                /** Frame linkEvents */
                linkEvents?: (bondctl.v1.LinkEvents.$Properties|null);

                /** Frame gap */
                gap?: (bondctl.v1.Gap.$Properties|null);

                /** Frame samples */
                samples?: (bondctl.v1.Samples.$Properties|null);

                /** Frame counters */
                counters?: (bondctl.v1.Counters.$Properties|null);

                /** Frame certRequest */
                certRequest?: (bondctl.v1.CertRequest.$Properties|null);

                /** Frame certOffer */
                certOffer?: (bondctl.v1.CertOffer.$Properties|null);

                /** Frame body */
                body?: ("hello"|"welcome"|"refuse"|"heartbeat"|"goodbye"|"command"|"accepted"|"outcome"|"progress"|"state"|"linkEvents"|"gap"|"samples"|"counters"|"certRequest"|"certOffer");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Frame. */
            type $Shape = {
              seq?: number|null;
              ack?: number|null;
              hello?: bondctl.v1.Hello.$Shape|null;
              welcome?: bondctl.v1.Welcome.$Shape|null;
              refuse?: bondctl.v1.Refuse.$Shape|null;
              heartbeat?: bondctl.v1.Heartbeat.$Shape|null;
              goodbye?: bondctl.v1.Goodbye.$Shape|null;
              command?: bondctl.v1.Command.$Shape|null;
              accepted?: bondctl.v1.Accepted.$Shape|null;
              outcome?: bondctl.v1.Outcome.$Shape|null;
              progress?: bondctl.v1.Progress.$Shape|null;
              state?: bondctl.v1.State.$Shape|null;
              linkEvents?: bondctl.v1.LinkEvents.$Shape|null;
              gap?: bondctl.v1.Gap.$Shape|null;
              samples?: bondctl.v1.Samples.$Shape|null;
              counters?: bondctl.v1.Counters.$Shape|null;
              certRequest?: bondctl.v1.CertRequest.$Shape|null;
              certOffer?: bondctl.v1.CertOffer.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "hello"; hello: bondctl.v1.Hello.$Shape; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "welcome"; hello?: null; welcome: bondctl.v1.Welcome.$Shape; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "refuse"; hello?: null; welcome?: null; refuse: bondctl.v1.Refuse.$Shape; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "heartbeat"; hello?: null; welcome?: null; refuse?: null; heartbeat: bondctl.v1.Heartbeat.$Shape; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "goodbye"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye: bondctl.v1.Goodbye.$Shape; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "command"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command: bondctl.v1.Command.$Shape; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "accepted"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted: bondctl.v1.Accepted.$Shape; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "outcome"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome: bondctl.v1.Outcome.$Shape; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "progress"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress: bondctl.v1.Progress.$Shape; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "state"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state: bondctl.v1.State.$Shape; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "linkEvents"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents: bondctl.v1.LinkEvents.$Shape; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "gap"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap: bondctl.v1.Gap.$Shape; samples?: null; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "samples"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples: bondctl.v1.Samples.$Shape; counters?: null; certRequest?: null; certOffer?: null }|{ body?: "counters"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters: bondctl.v1.Counters.$Shape; certRequest?: null; certOffer?: null }|{ body?: "certRequest"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest: bondctl.v1.CertRequest.$Shape; certOffer?: null }|{ body?: "certOffer"; hello?: null; welcome?: null; refuse?: null; heartbeat?: null; goodbye?: null; command?: null; accepted?: null; outcome?: null; progress?: null; state?: null; linkEvents?: null; gap?: null; samples?: null; counters?: null; certRequest?: null; certOffer: bondctl.v1.CertOffer.$Shape })
            );
        }

        /** RefuseCode enum. */
        enum RefuseCode {

            /** REFUSE_CODE_UNSPECIFIED value */
            REFUSE_CODE_UNSPECIFIED = 0,

            /** REFUSE_CODE_VERSION value */
            REFUSE_CODE_VERSION = 1,

            /** REFUSE_CODE_IDENTITY value */
            REFUSE_CODE_IDENTITY = 2,

            /** REFUSE_CODE_OVERLOAD value */
            REFUSE_CODE_OVERLOAD = 3,

            /** REFUSE_CODE_DRAINING value */
            REFUSE_CODE_DRAINING = 4
        }

        /** Closing enum. */
        enum Closing {

            /** CLOSING_UNSPECIFIED value */
            CLOSING_UNSPECIFIED = 0,

            /** CLOSING_STOPPING value */
            CLOSING_STOPPING = 1,

            /** CLOSING_DRAINING value */
            CLOSING_DRAINING = 2,

            /** CLOSING_OVERLOAD value */
            CLOSING_OVERLOAD = 3,

            /** CLOSING_SUPERSEDED value */
            CLOSING_SUPERSEDED = 4,

            /** CLOSING_MALFORMED value */
            CLOSING_MALFORMED = 5,

            /** CLOSING_SEQUENCE value */
            CLOSING_SEQUENCE = 6,

            /** CLOSING_UNEXPECTED value */
            CLOSING_UNEXPECTED = 7,

            /** CLOSING_SILENT value */
            CLOSING_SILENT = 8,

            /** CLOSING_REFUSED value */
            CLOSING_REFUSED = 9,

            /** CLOSING_SLOW value */
            CLOSING_SLOW = 10,

            /** CLOSING_REVOKED value */
            CLOSING_REVOKED = 11
        }

        /**
         * Properties of a Hello.
         * @deprecated Use bondctl.v1.Hello.$Properties instead.
         */
        interface IHello extends bondctl.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello protocolMin. */
            protocolMin: number;

            /** Hello protocolMax. */
            protocolMax: number;

            /** Hello host. */
            host: string;

            /** Hello agentVersion. */
            agentVersion: string;

            /** Hello epoch. */
            epoch: string;

            /** Hello lastFence. */
            lastFence: number;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link bondctl.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Hello & bondctl.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Hello & bondctl.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello protocolMin */
                protocolMin?: (number|null);

                /** Hello protocolMax */
                protocolMax?: (number|null);

                /** Hello host */
                host?: (string|null);

                /** Hello agentVersion */
                agentVersion?: (string|null);

                /** Hello epoch */
                epoch?: (string|null);

                /** Hello lastFence */
                lastFence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = bondctl.v1.Hello.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use bondctl.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends bondctl.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome protocol. */
            protocol: number;

            /** Welcome session. */
            session: string;

            /** Welcome fence. */
            fence: number;

            /** Welcome heartbeatMs. */
            heartbeatMs: number;

            /** Welcome reconnectSpreadMs. */
            reconnectSpreadMs: number;

            /** Welcome askMs. */
            askMs: number;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link bondctl.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Welcome & bondctl.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Welcome & bondctl.v1.Welcome.$Shape;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome protocol */
                protocol?: (number|null);

                /** Welcome session */
                session?: (string|null);

                /** Welcome fence */
                fence?: (number|null);

                /** Welcome heartbeatMs */
                heartbeatMs?: (number|null);

                /** Welcome reconnectSpreadMs */
                reconnectSpreadMs?: (number|null);

                /** Welcome askMs */
                askMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = bondctl.v1.Welcome.$Properties;
        }

        /**
         * Properties of a Refuse.
         * @deprecated Use bondctl.v1.Refuse.$Properties instead.
         */
        interface IRefuse extends bondctl.v1.Refuse.$Properties {
        }

        /** Represents a Refuse. */
        class Refuse {

            /**
             * Constructs a new Refuse.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Refuse.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refuse code. */
            code: bondctl.v1.RefuseCode;

            /** Refuse retryAfterMs. */
            retryAfterMs: number;

            /** Refuse message. */
            message: string;

            /**
             * Encodes the specified Refuse message. Does not implicitly {@link bondctl.v1.Refuse.verify|verify} messages.
             * @param message Refuse message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Refuse.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refuse message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Refuse & bondctl.v1.Refuse.$Shape} Refuse
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Refuse & bondctl.v1.Refuse.$Shape;
        }

        namespace Refuse {

            /** Properties of a Refuse. */
            interface $Properties {

                /** Refuse code */
                code?: (bondctl.v1.RefuseCode|null);

                /** Refuse retryAfterMs */
                retryAfterMs?: (number|null);

                /** Refuse message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refuse. */
            type $Shape = bondctl.v1.Refuse.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use bondctl.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends bondctl.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat askMs. */
            askMs: number;

            /** Heartbeat clock. */
            clock?: (bondctl.v1.ClockAnswer.$Properties|null);

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link bondctl.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Heartbeat & bondctl.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Heartbeat & bondctl.v1.Heartbeat.$Shape;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat askMs */
                askMs?: (number|null);

                /** Heartbeat clock */
                clock?: (bondctl.v1.ClockAnswer.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = bondctl.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a ClockAnswer.
         * @deprecated Use bondctl.v1.ClockAnswer.$Properties instead.
         */
        interface IClockAnswer extends bondctl.v1.ClockAnswer.$Properties {
        }

        /** Represents a ClockAnswer. */
        class ClockAnswer {

            /**
             * Constructs a new ClockAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.ClockAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClockAnswer askMs. */
            askMs: number;

            /** ClockAnswer heardMs. */
            heardMs: number;

            /** ClockAnswer sentMs. */
            sentMs: number;

            /** ClockAnswer sentUnixMs. */
            sentUnixMs: number;

            /**
             * Encodes the specified ClockAnswer message. Does not implicitly {@link bondctl.v1.ClockAnswer.verify|verify} messages.
             * @param message ClockAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.ClockAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClockAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.ClockAnswer & bondctl.v1.ClockAnswer.$Shape} ClockAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.ClockAnswer & bondctl.v1.ClockAnswer.$Shape;
        }

        namespace ClockAnswer {

            /** Properties of a ClockAnswer. */
            interface $Properties {

                /** ClockAnswer askMs */
                askMs?: (number|null);

                /** ClockAnswer heardMs */
                heardMs?: (number|null);

                /** ClockAnswer sentMs */
                sentMs?: (number|null);

                /** ClockAnswer sentUnixMs */
                sentUnixMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClockAnswer. */
            type $Shape = bondctl.v1.ClockAnswer.$Properties;
        }

        /**
         * Properties of a Goodbye.
         * @deprecated Use bondctl.v1.Goodbye.$Properties instead.
         */
        interface IGoodbye extends bondctl.v1.Goodbye.$Properties {
        }

        /** Represents a Goodbye. */
        class Goodbye {

            /**
             * Constructs a new Goodbye.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Goodbye.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Goodbye closing. */
            closing: bondctl.v1.Closing;

            /** Goodbye message. */
            message: string;

            /**
             * Encodes the specified Goodbye message. Does not implicitly {@link bondctl.v1.Goodbye.verify|verify} messages.
             * @param message Goodbye message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Goodbye.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Goodbye message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Goodbye & bondctl.v1.Goodbye.$Shape} Goodbye
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Goodbye & bondctl.v1.Goodbye.$Shape;
        }

        namespace Goodbye {

            /** Properties of a Goodbye. */
            interface $Properties {

                /** Goodbye closing */
                closing?: (bondctl.v1.Closing|null);

                /** Goodbye message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Goodbye. */
            type $Shape = bondctl.v1.Goodbye.$Properties;
        }

        /**
         * Properties of a Command.
         * @deprecated Use bondctl.v1.Command.$Properties instead.
         */
        interface ICommand extends bondctl.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command id. */
            id: string;

            /** Command digest. */
            digest: string;

            /** Command startWithinMs. */
            startWithinMs: number;

            /** Command orderName. */
            orderName: string;

            /** Command order. */
            order?: (bondctl.v1.Order.$Properties|null);

            /**
             * Encodes the specified Command message. Does not implicitly {@link bondctl.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Command & bondctl.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Command & bondctl.v1.Command.$Shape;
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command id */
                id?: (string|null);

                /** Command digest */
                digest?: (string|null);

                /** Command startWithinMs */
                startWithinMs?: (number|null);

                /** Command orderName */
                orderName?: (string|null);

                /** Command order */
                order?: (bondctl.v1.Order.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Command. */
            type $Shape = {
              id?: string|null;
              digest?: string|null;
              startWithinMs?: number|null;
              orderName?: string|null;
              order?: bondctl.v1.Order.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an Accepted.
         * @deprecated Use bondctl.v1.Accepted.$Properties instead.
         */
        interface IAccepted extends bondctl.v1.Accepted.$Properties {
        }

        /** Represents an Accepted. */
        class Accepted {

            /**
             * Constructs a new Accepted.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Accepted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Accepted id. */
            id: string;

            /**
             * Encodes the specified Accepted message. Does not implicitly {@link bondctl.v1.Accepted.verify|verify} messages.
             * @param message Accepted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Accepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Accepted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Accepted & bondctl.v1.Accepted.$Shape} Accepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Accepted & bondctl.v1.Accepted.$Shape;
        }

        namespace Accepted {

            /** Properties of an Accepted. */
            interface $Properties {

                /** Accepted id */
                id?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Accepted. */
            type $Shape = bondctl.v1.Accepted.$Properties;
        }

        /**
         * Properties of an Outcome.
         * @deprecated Use bondctl.v1.Outcome.$Properties instead.
         */
        interface IOutcome extends bondctl.v1.Outcome.$Properties {
        }

        /** Represents an Outcome. */
        class Outcome {

            /**
             * Constructs a new Outcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Outcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Outcome id. */
            id: string;

            /** Outcome plain. */
            plain?: (bondctl.v1.CommandOutcome.$Properties|null);

            /** Outcome deflated. */
            deflated?: (Uint8Array|null);

            /** Outcome form. */
            form?: ("plain"|"deflated");

            /**
             * Encodes the specified Outcome message. Does not implicitly {@link bondctl.v1.Outcome.verify|verify} messages.
             * @param message Outcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Outcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Outcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Outcome & bondctl.v1.Outcome.$Shape} Outcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Outcome & bondctl.v1.Outcome.$Shape;
        }

        namespace Outcome {

            /** Properties of an Outcome. */
            interface $Properties {

                /** Outcome id */
                id?: (string|null);

                /** Outcome plain */
                plain?: (bondctl.v1.CommandOutcome.$Properties|null);

                /** Outcome deflated */
                deflated?: (Uint8Array|null);

                /** Outcome form */
                form?: ("plain"|"deflated");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Outcome. */
            type $Shape = {
              id?: string|null;
              plain?: bondctl.v1.CommandOutcome.$Shape|null;
              deflated?: Uint8Array|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ form?: undefined; plain?: null; deflated?: null }|{ form?: "plain"; plain: bondctl.v1.CommandOutcome.$Shape; deflated?: null }|{ form?: "deflated"; plain?: null; deflated: Uint8Array })
            );
        }

        /**
         * Properties of a Progress.
         * @deprecated Use bondctl.v1.Progress.$Properties instead.
         */
        interface IProgress extends bondctl.v1.Progress.$Properties {
        }

        /** Represents a Progress. */
        class Progress {

            /**
             * Constructs a new Progress.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Progress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Progress tx. */
            tx: string;

            /** Progress phase. */
            phase: string;

            /** Progress step. */
            step: number;

            /** Progress steps. */
            steps: number;

            /** Progress sentence. */
            sentence: string;

            /**
             * Encodes the specified Progress message. Does not implicitly {@link bondctl.v1.Progress.verify|verify} messages.
             * @param message Progress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Progress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Progress & bondctl.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Progress & bondctl.v1.Progress.$Shape;
        }

        namespace Progress {

            /** Properties of a Progress. */
            interface $Properties {

                /** Progress tx */
                tx?: (string|null);

                /** Progress phase */
                phase?: (string|null);

                /** Progress step */
                step?: (number|null);

                /** Progress steps */
                steps?: (number|null);

                /** Progress sentence */
                sentence?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Progress. */
            type $Shape = bondctl.v1.Progress.$Properties;
        }

        /**
         * Properties of a State.
         * @deprecated Use bondctl.v1.State.$Properties instead.
         */
        interface IState extends bondctl.v1.State.$Properties {
        }

        /** Represents a State. */
        class State {

            /**
             * Constructs a new State.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.State.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** State report. */
            report?: (bondctl.v1.HostReport.$Properties|null);

            /** State deflated. */
            deflated?: (Uint8Array|null);

            /** State form. */
            form?: ("report"|"deflated");

            /**
             * Encodes the specified State message. Does not implicitly {@link bondctl.v1.State.verify|verify} messages.
             * @param message State message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.State.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a State message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.State & bondctl.v1.State.$Shape} State
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.State & bondctl.v1.State.$Shape;
        }

        namespace State {

            /** Properties of a State. */
            interface $Properties {

                /** State report */
                report?: (bondctl.v1.HostReport.$Properties|null);

                /** State deflated */
                deflated?: (Uint8Array|null);

                /** State form */
                form?: ("report"|"deflated");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a State. */
            type $Shape = {
              report?: bondctl.v1.HostReport.$Shape|null;
              deflated?: Uint8Array|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ form?: undefined; report?: null; deflated?: null }|{ form?: "report"; report: bondctl.v1.HostReport.$Shape; deflated?: null }|{ form?: "deflated"; report?: null; deflated: Uint8Array })
            );
        }

        /**
         * Properties of a LinkEvents.
         * @deprecated Use bondctl.v1.LinkEvents.$Properties instead.
         */
        interface ILinkEvents extends bondctl.v1.LinkEvents.$Properties {
        }

        /** Represents a LinkEvents. */
        class LinkEvents {

            /**
             * Constructs a new LinkEvents.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.LinkEvents.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkEvents events. */
            events: bondctl.v1.LinkEvent.$Properties[];

            /**
             * Encodes the specified LinkEvents message. Does not implicitly {@link bondctl.v1.LinkEvents.verify|verify} messages.
             * @param message LinkEvents message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.LinkEvents.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkEvents message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.LinkEvents & bondctl.v1.LinkEvents.$Shape} LinkEvents
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.LinkEvents & bondctl.v1.LinkEvents.$Shape;
        }

        namespace LinkEvents {

            /** Properties of a LinkEvents. */
            interface $Properties {

                /** LinkEvents events */
                events?: (bondctl.v1.LinkEvent.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkEvents. */
            type $Shape = bondctl.v1.LinkEvents.$Properties;
        }

        /**
         * Properties of a LinkEvent.
         * @deprecated Use bondctl.v1.LinkEvent.$Properties instead.
         */
        interface ILinkEvent extends bondctl.v1.LinkEvent.$Properties {
        }

        /** Represents a LinkEvent. */
        class LinkEvent {

            /**
             * Constructs a new LinkEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.LinkEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkEvent sequence. */
            sequence: number;

            /** LinkEvent atUnixMs. */
            atUnixMs: number;

            /** LinkEvent bond. */
            bond: string;

            /** LinkEvent port. */
            port: string;

            /** LinkEvent what. */
            what: string;

            /** LinkEvent before. */
            before: string;

            /** LinkEvent after. */
            after: string;

            /** LinkEvent atMonotonicMs. */
            atMonotonicMs: number;

            /** LinkEvent cause. */
            cause: bondctl.v1.LinkCause;

            /**
             * Encodes the specified LinkEvent message. Does not implicitly {@link bondctl.v1.LinkEvent.verify|verify} messages.
             * @param message LinkEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.LinkEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.LinkEvent & bondctl.v1.LinkEvent.$Shape} LinkEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.LinkEvent & bondctl.v1.LinkEvent.$Shape;
        }

        namespace LinkEvent {

            /** Properties of a LinkEvent. */
            interface $Properties {

                /** LinkEvent sequence */
                sequence?: (number|null);

                /** LinkEvent atUnixMs */
                atUnixMs?: (number|null);

                /** LinkEvent bond */
                bond?: (string|null);

                /** LinkEvent port */
                port?: (string|null);

                /** LinkEvent what */
                what?: (string|null);

                /** LinkEvent before */
                before?: (string|null);

                /** LinkEvent after */
                after?: (string|null);

                /** LinkEvent atMonotonicMs */
                atMonotonicMs?: (number|null);

                /** LinkEvent cause */
                cause?: (bondctl.v1.LinkCause|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkEvent. */
            type $Shape = bondctl.v1.LinkEvent.$Properties;
        }

        /** LinkCause enum. */
        enum LinkCause {

            /** LINK_CAUSE_UNSPECIFIED value */
            LINK_CAUSE_UNSPECIFIED = 0,

            /** LINK_CAUSE_CARRIER value */
            LINK_CAUSE_CARRIER = 1,

            /** LINK_CAUSE_MONITORING value */
            LINK_CAUSE_MONITORING = 2,

            /** LINK_CAUSE_LACP value */
            LINK_CAUSE_LACP = 3,

            /** LINK_CAUSE_OWN_CHANGE value */
            LINK_CAUSE_OWN_CHANGE = 4,

            /** LINK_CAUSE_BOND_CHANGE value */
            LINK_CAUSE_BOND_CHANGE = 5,

            /** LINK_CAUSE_SET_DOWN value */
            LINK_CAUSE_SET_DOWN = 6
        }

        /**
         * Properties of a Gap.
         * @deprecated Use bondctl.v1.Gap.$Properties instead.
         */
        interface IGap extends bondctl.v1.Gap.$Properties {
        }

        /** Represents a Gap. */
        class Gap {

            /**
             * Constructs a new Gap.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Gap.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Gap from. */
            from: number;

            /** Gap to. */
            to: number;

            /** Gap reason. */
            reason: string;

            /**
             * Encodes the specified Gap message. Does not implicitly {@link bondctl.v1.Gap.verify|verify} messages.
             * @param message Gap message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Gap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Gap message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Gap & bondctl.v1.Gap.$Shape} Gap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Gap & bondctl.v1.Gap.$Shape;
        }

        namespace Gap {

            /** Properties of a Gap. */
            interface $Properties {

                /** Gap from */
                from?: (number|null);

                /** Gap to */
                to?: (number|null);

                /** Gap reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Gap. */
            type $Shape = bondctl.v1.Gap.$Properties;
        }

        /**
         * Properties of a Samples.
         * @deprecated Use bondctl.v1.Samples.$Properties instead.
         */
        interface ISamples extends bondctl.v1.Samples.$Properties {
        }

        /** Represents a Samples. */
        class Samples {

            /**
             * Constructs a new Samples.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Samples.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Samples test. */
            test: string;

            /** Samples samples. */
            samples: bondctl.v1.PortSample.$Properties[];

            /**
             * Encodes the specified Samples message. Does not implicitly {@link bondctl.v1.Samples.verify|verify} messages.
             * @param message Samples message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Samples.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Samples message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Samples & bondctl.v1.Samples.$Shape} Samples
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Samples & bondctl.v1.Samples.$Shape;
        }

        namespace Samples {

            /** Properties of a Samples. */
            interface $Properties {

                /** Samples test */
                test?: (string|null);

                /** Samples samples */
                samples?: (bondctl.v1.PortSample.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Samples. */
            type $Shape = bondctl.v1.Samples.$Properties;
        }

        /**
         * Properties of a Counters.
         * @deprecated Use bondctl.v1.Counters.$Properties instead.
         */
        interface ICounters extends bondctl.v1.Counters.$Properties {
        }

        /** Represents a Counters. */
        class Counters {

            /**
             * Constructs a new Counters.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Counters.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Counters atMs. */
            atMs: number;

            /** Counters ports. */
            ports: bondctl.v1.PortCounters.$Properties[];

            /**
             * Encodes the specified Counters message. Does not implicitly {@link bondctl.v1.Counters.verify|verify} messages.
             * @param message Counters message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Counters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Counters message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Counters & bondctl.v1.Counters.$Shape} Counters
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Counters & bondctl.v1.Counters.$Shape;
        }

        namespace Counters {

            /** Properties of a Counters. */
            interface $Properties {

                /** Counters atMs */
                atMs?: (number|null);

                /** Counters ports */
                ports?: (bondctl.v1.PortCounters.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Counters. */
            type $Shape = bondctl.v1.Counters.$Properties;
        }

        /**
         * Properties of a PortCounters.
         * @deprecated Use bondctl.v1.PortCounters.$Properties instead.
         */
        interface IPortCounters extends bondctl.v1.PortCounters.$Properties {
        }

        /** Represents a PortCounters. */
        class PortCounters {

            /**
             * Constructs a new PortCounters.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PortCounters.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortCounters bond. */
            bond: string;

            /** PortCounters port. */
            port: string;

            /** PortCounters txBytes. */
            txBytes: number;

            /** PortCounters rxBytes. */
            rxBytes: number;

            /** PortCounters txPackets. */
            txPackets: number;

            /** PortCounters rxPackets. */
            rxPackets: number;

            /** PortCounters errors. */
            errors: number;

            /** PortCounters drops. */
            drops: number;

            /**
             * Encodes the specified PortCounters message. Does not implicitly {@link bondctl.v1.PortCounters.verify|verify} messages.
             * @param message PortCounters message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PortCounters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortCounters message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PortCounters & bondctl.v1.PortCounters.$Shape} PortCounters
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PortCounters & bondctl.v1.PortCounters.$Shape;
        }

        namespace PortCounters {

            /** Properties of a PortCounters. */
            interface $Properties {

                /** PortCounters bond */
                bond?: (string|null);

                /** PortCounters port */
                port?: (string|null);

                /** PortCounters txBytes */
                txBytes?: (number|null);

                /** PortCounters rxBytes */
                rxBytes?: (number|null);

                /** PortCounters txPackets */
                txPackets?: (number|null);

                /** PortCounters rxPackets */
                rxPackets?: (number|null);

                /** PortCounters errors */
                errors?: (number|null);

                /** PortCounters drops */
                drops?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PortCounters. */
            type $Shape = bondctl.v1.PortCounters.$Properties;
        }

        /**
         * Properties of a CertRequest.
         * @deprecated Use bondctl.v1.CertRequest.$Properties instead.
         */
        interface ICertRequest extends bondctl.v1.CertRequest.$Properties {
        }

        /** Represents a CertRequest. */
        class CertRequest {

            /**
             * Constructs a new CertRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.CertRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CertRequest publicKey. */
            publicKey: Uint8Array;

            /** CertRequest proof. */
            proof: Uint8Array;

            /**
             * Encodes the specified CertRequest message. Does not implicitly {@link bondctl.v1.CertRequest.verify|verify} messages.
             * @param message CertRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.CertRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CertRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.CertRequest & bondctl.v1.CertRequest.$Shape} CertRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.CertRequest & bondctl.v1.CertRequest.$Shape;
        }

        namespace CertRequest {

            /** Properties of a CertRequest. */
            interface $Properties {

                /** CertRequest publicKey */
                publicKey?: (Uint8Array|null);

                /** CertRequest proof */
                proof?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CertRequest. */
            type $Shape = bondctl.v1.CertRequest.$Properties;
        }

        /**
         * Properties of a CertOffer.
         * @deprecated Use bondctl.v1.CertOffer.$Properties instead.
         */
        interface ICertOffer extends bondctl.v1.CertOffer.$Properties {
        }

        /** Represents a CertOffer. */
        class CertOffer {

            /**
             * Constructs a new CertOffer.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.CertOffer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CertOffer certificatePem. */
            certificatePem: string;

            /**
             * Encodes the specified CertOffer message. Does not implicitly {@link bondctl.v1.CertOffer.verify|verify} messages.
             * @param message CertOffer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.CertOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CertOffer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.CertOffer & bondctl.v1.CertOffer.$Shape} CertOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.CertOffer & bondctl.v1.CertOffer.$Shape;
        }

        namespace CertOffer {

            /** Properties of a CertOffer. */
            interface $Properties {

                /** CertOffer certificatePem */
                certificatePem?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CertOffer. */
            type $Shape = bondctl.v1.CertOffer.$Properties;
        }

        /** RefusalCode enum. */
        enum RefusalCode {

            /** REFUSAL_CODE_UNSPECIFIED value */
            REFUSAL_CODE_UNSPECIFIED = 0,

            /** REFUSAL_CODE_POLICY value */
            REFUSAL_CODE_POLICY = 1,

            /** REFUSAL_CODE_UNSUPPORTED value */
            REFUSAL_CODE_UNSUPPORTED = 2,

            /** REFUSAL_CODE_BUSY value */
            REFUSAL_CODE_BUSY = 3,

            /** REFUSAL_CODE_CONFLICT value */
            REFUSAL_CODE_CONFLICT = 4,

            /** REFUSAL_CODE_EXPIRED value */
            REFUSAL_CODE_EXPIRED = 5,

            /** REFUSAL_CODE_INVALID value */
            REFUSAL_CODE_INVALID = 6
        }

        /**
         * Properties of a TxRef.
         * @deprecated Use bondctl.v1.TxRef.$Properties instead.
         */
        interface ITxRef extends bondctl.v1.TxRef.$Properties {
        }

        /** Represents a TxRef. */
        class TxRef {

            /**
             * Constructs a new TxRef.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.TxRef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TxRef tx. */
            tx: string;

            /**
             * Encodes the specified TxRef message. Does not implicitly {@link bondctl.v1.TxRef.verify|verify} messages.
             * @param message TxRef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.TxRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TxRef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.TxRef & bondctl.v1.TxRef.$Shape} TxRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.TxRef & bondctl.v1.TxRef.$Shape;
        }

        namespace TxRef {

            /** Properties of a TxRef. */
            interface $Properties {

                /** TxRef tx */
                tx?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TxRef. */
            type $Shape = bondctl.v1.TxRef.$Properties;
        }

        /**
         * Properties of a TestRef.
         * @deprecated Use bondctl.v1.TestRef.$Properties instead.
         */
        interface ITestRef extends bondctl.v1.TestRef.$Properties {
        }

        /** Represents a TestRef. */
        class TestRef {

            /**
             * Constructs a new TestRef.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.TestRef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TestRef test. */
            test: string;

            /**
             * Encodes the specified TestRef message. Does not implicitly {@link bondctl.v1.TestRef.verify|verify} messages.
             * @param message TestRef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.TestRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TestRef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.TestRef & bondctl.v1.TestRef.$Shape} TestRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.TestRef & bondctl.v1.TestRef.$Shape;
        }

        namespace TestRef {

            /** Properties of a TestRef. */
            interface $Properties {

                /** TestRef test */
                test?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TestRef. */
            type $Shape = bondctl.v1.TestRef.$Properties;
        }

        /**
         * Properties of an Order.
         * @deprecated Use bondctl.v1.Order.$Properties instead.
         */
        interface IOrder extends bondctl.v1.Order.$Properties {
        }

        /** Represents an Order. */
        class Order {

            /**
             * Constructs a new Order.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Order.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Order plan. */
            plan?: (bondctl.v1.PlanOrder.$Properties|null);

            /** Order prepare. */
            prepare?: (bondctl.v1.PrepareOrder.$Properties|null);

            /** Order apply. */
            apply?: (bondctl.v1.ApplyOrder.$Properties|null);

            /** Order confirm. */
            confirm?: (bondctl.v1.TxRef.$Properties|null);

            /** Order rollBack. */
            rollBack?: (bondctl.v1.RollBackOrder.$Properties|null);

            /** Order forget. */
            forget?: (bondctl.v1.TxRef.$Properties|null);

            /** Order probe. */
            probe?: (bondctl.v1.ProbeOrder.$Properties|null);

            /** Order serve. */
            serve?: (bondctl.v1.ServeOrder.$Properties|null);

            /** Order measure. */
            measure?: (bondctl.v1.MeasureOrder.$Properties|null);

            /** Order collect. */
            collect?: (bondctl.v1.TestRef.$Properties|null);

            /** Order cancel. */
            cancel?: (bondctl.v1.TestRef.$Properties|null);

            /** Order describe. */
            describe?: (bondctl.v1.DescribeOrder.$Properties|null);

            /** Order kind. */
            kind?: ("plan"|"prepare"|"apply"|"confirm"|"rollBack"|"forget"|"probe"|"serve"|"measure"|"collect"|"cancel"|"describe");

            /**
             * Encodes the specified Order message. Does not implicitly {@link bondctl.v1.Order.verify|verify} messages.
             * @param message Order message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Order.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Order message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Order & bondctl.v1.Order.$Shape} Order
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Order & bondctl.v1.Order.$Shape;
        }

        namespace Order {

            /** Properties of an Order. */
            interface $Properties {

                /** Order plan */
                plan?: (bondctl.v1.PlanOrder.$Properties|null);

                /** Order prepare */
                prepare?: (bondctl.v1.PrepareOrder.$Properties|null);

                /** Order apply */
                apply?: (bondctl.v1.ApplyOrder.$Properties|null);

                /** Order confirm */
                confirm?: (bondctl.v1.TxRef.$Properties|null);

                /** Order rollBack */
                rollBack?: (bondctl.v1.RollBackOrder.$Properties|null);

                /** Order forget */
                forget?: (bondctl.v1.TxRef.$Properties|null);

                /** Order probe */
                probe?: (bondctl.v1.ProbeOrder.$Properties|null);

                /** Order serve */
                serve?: (bondctl.v1.ServeOrder.$Properties|null);

                /** Order measure */
                measure?: (bondctl.v1.MeasureOrder.$Properties|null);

                /** Order collect */
                collect?: (bondctl.v1.TestRef.$Properties|null);

                /** Order cancel */
                cancel?: (bondctl.v1.TestRef.$Properties|null);

                /** Order describe */
                describe?: (bondctl.v1.DescribeOrder.$Properties|null);

                /** Order kind */
                kind?: ("plan"|"prepare"|"apply"|"confirm"|"rollBack"|"forget"|"probe"|"serve"|"measure"|"collect"|"cancel"|"describe");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Order. */
            type $Shape = {
              plan?: bondctl.v1.PlanOrder.$Shape|null;
              prepare?: bondctl.v1.PrepareOrder.$Shape|null;
              apply?: bondctl.v1.ApplyOrder.$Shape|null;
              confirm?: bondctl.v1.TxRef.$Shape|null;
              rollBack?: bondctl.v1.RollBackOrder.$Shape|null;
              forget?: bondctl.v1.TxRef.$Shape|null;
              probe?: bondctl.v1.ProbeOrder.$Shape|null;
              serve?: bondctl.v1.ServeOrder.$Shape|null;
              measure?: bondctl.v1.MeasureOrder.$Shape|null;
              collect?: bondctl.v1.TestRef.$Shape|null;
              cancel?: bondctl.v1.TestRef.$Shape|null;
              describe?: bondctl.v1.DescribeOrder.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve?: null; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "plan"; plan: bondctl.v1.PlanOrder.$Shape; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve?: null; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "prepare"; plan?: null; prepare: bondctl.v1.PrepareOrder.$Shape; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve?: null; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "apply"; plan?: null; prepare?: null; apply: bondctl.v1.ApplyOrder.$Shape; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve?: null; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "confirm"; plan?: null; prepare?: null; apply?: null; confirm: bondctl.v1.TxRef.$Shape; rollBack?: null; forget?: null; probe?: null; serve?: null; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "rollBack"; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack: bondctl.v1.RollBackOrder.$Shape; forget?: null; probe?: null; serve?: null; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "forget"; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget: bondctl.v1.TxRef.$Shape; probe?: null; serve?: null; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "probe"; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe: bondctl.v1.ProbeOrder.$Shape; serve?: null; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "serve"; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve: bondctl.v1.ServeOrder.$Shape; measure?: null; collect?: null; cancel?: null; describe?: null }|{ kind?: "measure"; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve?: null; measure: bondctl.v1.MeasureOrder.$Shape; collect?: null; cancel?: null; describe?: null }|{ kind?: "collect"; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve?: null; measure?: null; collect: bondctl.v1.TestRef.$Shape; cancel?: null; describe?: null }|{ kind?: "cancel"; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve?: null; measure?: null; collect?: null; cancel: bondctl.v1.TestRef.$Shape; describe?: null }|{ kind?: "describe"; plan?: null; prepare?: null; apply?: null; confirm?: null; rollBack?: null; forget?: null; probe?: null; serve?: null; measure?: null; collect?: null; cancel?: null; describe: bondctl.v1.DescribeOrder.$Shape })
            );
        }

        /**
         * Properties of a PlanOrder.
         * @deprecated Use bondctl.v1.PlanOrder.$Properties instead.
         */
        interface IPlanOrder extends bondctl.v1.PlanOrder.$Properties {
        }

        /** Represents a PlanOrder. */
        class PlanOrder {

            /**
             * Constructs a new PlanOrder.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PlanOrder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlanOrder desired. */
            desired: bondctl.v1.BondDesire.$Properties[];

            /**
             * Encodes the specified PlanOrder message. Does not implicitly {@link bondctl.v1.PlanOrder.verify|verify} messages.
             * @param message PlanOrder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PlanOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlanOrder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PlanOrder & bondctl.v1.PlanOrder.$Shape} PlanOrder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PlanOrder & bondctl.v1.PlanOrder.$Shape;
        }

        namespace PlanOrder {

            /** Properties of a PlanOrder. */
            interface $Properties {

                /** PlanOrder desired */
                desired?: (bondctl.v1.BondDesire.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlanOrder. */
            type $Shape = {
              desired?: bondctl.v1.BondDesire.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a PrepareOrder.
         * @deprecated Use bondctl.v1.PrepareOrder.$Properties instead.
         */
        interface IPrepareOrder extends bondctl.v1.PrepareOrder.$Properties {
        }

        /** Represents a PrepareOrder. */
        class PrepareOrder {

            /**
             * Constructs a new PrepareOrder.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PrepareOrder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PrepareOrder tx. */
            tx: string;

            /** PrepareOrder desired. */
            desired: bondctl.v1.BondDesire.$Properties[];

            /** PrepareOrder deadlineInMs. */
            deadlineInMs: number;

            /**
             * Encodes the specified PrepareOrder message. Does not implicitly {@link bondctl.v1.PrepareOrder.verify|verify} messages.
             * @param message PrepareOrder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PrepareOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PrepareOrder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PrepareOrder & bondctl.v1.PrepareOrder.$Shape} PrepareOrder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PrepareOrder & bondctl.v1.PrepareOrder.$Shape;
        }

        namespace PrepareOrder {

            /** Properties of a PrepareOrder. */
            interface $Properties {

                /** PrepareOrder tx */
                tx?: (string|null);

                /** PrepareOrder desired */
                desired?: (bondctl.v1.BondDesire.$Properties[]|null);

                /** PrepareOrder deadlineInMs */
                deadlineInMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PrepareOrder. */
            type $Shape = {
              tx?: string|null;
              desired?: bondctl.v1.BondDesire.$Shape[]|null;
              deadlineInMs?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an ApplyOrder.
         * @deprecated Use bondctl.v1.ApplyOrder.$Properties instead.
         */
        interface IApplyOrder extends bondctl.v1.ApplyOrder.$Properties {
        }

        /** Represents an ApplyOrder. */
        class ApplyOrder {

            /**
             * Constructs a new ApplyOrder.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.ApplyOrder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ApplyOrder tx. */
            tx: string;

            /** ApplyOrder settleMs. */
            settleMs: number;

            /**
             * Encodes the specified ApplyOrder message. Does not implicitly {@link bondctl.v1.ApplyOrder.verify|verify} messages.
             * @param message ApplyOrder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.ApplyOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ApplyOrder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.ApplyOrder & bondctl.v1.ApplyOrder.$Shape} ApplyOrder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.ApplyOrder & bondctl.v1.ApplyOrder.$Shape;
        }

        namespace ApplyOrder {

            /** Properties of an ApplyOrder. */
            interface $Properties {

                /** ApplyOrder tx */
                tx?: (string|null);

                /** ApplyOrder settleMs */
                settleMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ApplyOrder. */
            type $Shape = bondctl.v1.ApplyOrder.$Properties;
        }

        /**
         * Properties of a RollBackOrder.
         * @deprecated Use bondctl.v1.RollBackOrder.$Properties instead.
         */
        interface IRollBackOrder extends bondctl.v1.RollBackOrder.$Properties {
        }

        /** Represents a RollBackOrder. */
        class RollBackOrder {

            /**
             * Constructs a new RollBackOrder.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.RollBackOrder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RollBackOrder tx. */
            tx: string;

            /** RollBackOrder why. */
            why: string;

            /**
             * Encodes the specified RollBackOrder message. Does not implicitly {@link bondctl.v1.RollBackOrder.verify|verify} messages.
             * @param message RollBackOrder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.RollBackOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RollBackOrder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.RollBackOrder & bondctl.v1.RollBackOrder.$Shape} RollBackOrder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.RollBackOrder & bondctl.v1.RollBackOrder.$Shape;
        }

        namespace RollBackOrder {

            /** Properties of a RollBackOrder. */
            interface $Properties {

                /** RollBackOrder tx */
                tx?: (string|null);

                /** RollBackOrder why */
                why?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RollBackOrder. */
            type $Shape = bondctl.v1.RollBackOrder.$Properties;
        }

        /**
         * Properties of a ProbeOrder.
         * @deprecated Use bondctl.v1.ProbeOrder.$Properties instead.
         */
        interface IProbeOrder extends bondctl.v1.ProbeOrder.$Properties {
        }

        /** Represents a ProbeOrder. */
        class ProbeOrder {

            /**
             * Constructs a new ProbeOrder.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.ProbeOrder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProbeOrder test. */
            test: string;

            /** ProbeOrder bond. */
            bond: string;

            /** ProbeOrder peer. */
            peer: string;

            /** ProbeOrder from. */
            from?: (bondctl.v1.End.$Properties|null);

            /** ProbeOrder to. */
            to?: (bondctl.v1.End.$Properties|null);

            /** ProbeOrder ipBytes. */
            ipBytes: number;

            /** ProbeOrder identifier. */
            identifier: number;

            /**
             * Encodes the specified ProbeOrder message. Does not implicitly {@link bondctl.v1.ProbeOrder.verify|verify} messages.
             * @param message ProbeOrder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.ProbeOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProbeOrder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.ProbeOrder & bondctl.v1.ProbeOrder.$Shape} ProbeOrder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.ProbeOrder & bondctl.v1.ProbeOrder.$Shape;
        }

        namespace ProbeOrder {

            /** Properties of a ProbeOrder. */
            interface $Properties {

                /** ProbeOrder test */
                test?: (string|null);

                /** ProbeOrder bond */
                bond?: (string|null);

                /** ProbeOrder peer */
                peer?: (string|null);

                /** ProbeOrder from */
                from?: (bondctl.v1.End.$Properties|null);

                /** ProbeOrder to */
                to?: (bondctl.v1.End.$Properties|null);

                /** ProbeOrder ipBytes */
                ipBytes?: (number|null);

                /** ProbeOrder identifier */
                identifier?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProbeOrder. */
            type $Shape = bondctl.v1.ProbeOrder.$Properties;
        }

        /**
         * Properties of a ServeOrder.
         * @deprecated Use bondctl.v1.ServeOrder.$Properties instead.
         */
        interface IServeOrder extends bondctl.v1.ServeOrder.$Properties {
        }

        /** Represents a ServeOrder. */
        class ServeOrder {

            /**
             * Constructs a new ServeOrder.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.ServeOrder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServeOrder test. */
            test: string;

            /** ServeOrder bond. */
            bond: string;

            /** ServeOrder address. */
            address: string;

            /** ServeOrder seconds. */
            seconds: number;

            /** ServeOrder parameters. */
            parameters?: (bondctl.v1.RunParameters.$Properties|null);

            /** ServeOrder portBps. */
            portBps: number;

            /**
             * Encodes the specified ServeOrder message. Does not implicitly {@link bondctl.v1.ServeOrder.verify|verify} messages.
             * @param message ServeOrder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.ServeOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServeOrder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.ServeOrder & bondctl.v1.ServeOrder.$Shape} ServeOrder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.ServeOrder & bondctl.v1.ServeOrder.$Shape;
        }

        namespace ServeOrder {

            /** Properties of a ServeOrder. */
            interface $Properties {

                /** ServeOrder test */
                test?: (string|null);

                /** ServeOrder bond */
                bond?: (string|null);

                /** ServeOrder address */
                address?: (string|null);

                /** ServeOrder seconds */
                seconds?: (number|null);

                /** ServeOrder parameters */
                parameters?: (bondctl.v1.RunParameters.$Properties|null);

                /** ServeOrder portBps */
                portBps?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServeOrder. */
            type $Shape = bondctl.v1.ServeOrder.$Properties;
        }

        /**
         * Properties of a MeasureOrder.
         * @deprecated Use bondctl.v1.MeasureOrder.$Properties instead.
         */
        interface IMeasureOrder extends bondctl.v1.MeasureOrder.$Properties {
        }

        /** Represents a MeasureOrder. */
        class MeasureOrder {

            /**
             * Constructs a new MeasureOrder.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.MeasureOrder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MeasureOrder test. */
            test: string;

            /** MeasureOrder bond. */
            bond: string;

            /** MeasureOrder address. */
            address: string;

            /** MeasureOrder peer. */
            peer: string;

            /** MeasureOrder port. */
            port: number;

            /** MeasureOrder parameters. */
            parameters?: (bondctl.v1.RunParameters.$Properties|null);

            /** MeasureOrder sourcePort. */
            sourcePort: number;

            /** MeasureOrder portBps. */
            portBps: number;

            /**
             * Encodes the specified MeasureOrder message. Does not implicitly {@link bondctl.v1.MeasureOrder.verify|verify} messages.
             * @param message MeasureOrder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.MeasureOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MeasureOrder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.MeasureOrder & bondctl.v1.MeasureOrder.$Shape} MeasureOrder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.MeasureOrder & bondctl.v1.MeasureOrder.$Shape;
        }

        namespace MeasureOrder {

            /** Properties of a MeasureOrder. */
            interface $Properties {

                /** MeasureOrder test */
                test?: (string|null);

                /** MeasureOrder bond */
                bond?: (string|null);

                /** MeasureOrder address */
                address?: (string|null);

                /** MeasureOrder peer */
                peer?: (string|null);

                /** MeasureOrder port */
                port?: (number|null);

                /** MeasureOrder parameters */
                parameters?: (bondctl.v1.RunParameters.$Properties|null);

                /** MeasureOrder sourcePort */
                sourcePort?: (number|null);

                /** MeasureOrder portBps */
                portBps?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MeasureOrder. */
            type $Shape = bondctl.v1.MeasureOrder.$Properties;
        }

        /**
         * Properties of a DescribeOrder.
         * @deprecated Use bondctl.v1.DescribeOrder.$Properties instead.
         */
        interface IDescribeOrder extends bondctl.v1.DescribeOrder.$Properties {
        }

        /** Represents a DescribeOrder. */
        class DescribeOrder {

            /**
             * Constructs a new DescribeOrder.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.DescribeOrder.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified DescribeOrder message. Does not implicitly {@link bondctl.v1.DescribeOrder.verify|verify} messages.
             * @param message DescribeOrder message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.DescribeOrder.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribeOrder message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.DescribeOrder & bondctl.v1.DescribeOrder.$Shape} DescribeOrder
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.DescribeOrder & bondctl.v1.DescribeOrder.$Shape;
        }

        namespace DescribeOrder {

            /** Properties of a DescribeOrder. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribeOrder. */
            type $Shape = bondctl.v1.DescribeOrder.$Properties;
        }

        /**
         * Properties of a CommandOutcome.
         * @deprecated Use bondctl.v1.CommandOutcome.$Properties instead.
         */
        interface ICommandOutcome extends bondctl.v1.CommandOutcome.$Properties {
        }

        /** Represents a CommandOutcome. */
        class CommandOutcome {

            /**
             * Constructs a new CommandOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.CommandOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandOutcome planned. */
            planned?: (bondctl.v1.HostPlan.$Properties|null);

            /** CommandOutcome transaction. */
            transaction?: (bondctl.v1.TransactionOutcome.$Properties|null);

            /** CommandOutcome forgotten. */
            forgotten?: (bondctl.v1.TxRef.$Properties|null);

            /** CommandOutcome probed. */
            probed?: (bondctl.v1.ProbeAnswer.$Properties|null);

            /** CommandOutcome serving. */
            serving?: (bondctl.v1.ServingOutcome.$Properties|null);

            /** CommandOutcome measured. */
            measured?: (bondctl.v1.MeasuredOutcome.$Properties|null);

            /** CommandOutcome collected. */
            collected?: (bondctl.v1.CollectedOutcome.$Properties|null);

            /** CommandOutcome cancelled. */
            cancelled?: (bondctl.v1.TestRef.$Properties|null);

            /** CommandOutcome refused. */
            refused?: (bondctl.v1.RefusedOutcome.$Properties|null);

            /** CommandOutcome failed. */
            failed?: (bondctl.v1.FailedOutcome.$Properties|null);

            /** CommandOutcome described. */
            described?: (bondctl.v1.DescribedOutcome.$Properties|null);

            /** CommandOutcome kind. */
            kind?: ("planned"|"transaction"|"forgotten"|"probed"|"serving"|"measured"|"collected"|"cancelled"|"refused"|"failed"|"described");

            /**
             * Encodes the specified CommandOutcome message. Does not implicitly {@link bondctl.v1.CommandOutcome.verify|verify} messages.
             * @param message CommandOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.CommandOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.CommandOutcome & bondctl.v1.CommandOutcome.$Shape} CommandOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.CommandOutcome & bondctl.v1.CommandOutcome.$Shape;
        }

        namespace CommandOutcome {

            /** Properties of a CommandOutcome. */
            interface $Properties {

                /** CommandOutcome planned */
                planned?: (bondctl.v1.HostPlan.$Properties|null);

                /** CommandOutcome transaction */
                transaction?: (bondctl.v1.TransactionOutcome.$Properties|null);

                /** CommandOutcome forgotten */
                forgotten?: (bondctl.v1.TxRef.$Properties|null);

                /** CommandOutcome probed */
                probed?: (bondctl.v1.ProbeAnswer.$Properties|null);

                /** CommandOutcome serving */
                serving?: (bondctl.v1.ServingOutcome.$Properties|null);

                /** CommandOutcome measured */
                measured?: (bondctl.v1.MeasuredOutcome.$Properties|null);

                /** CommandOutcome collected */
                collected?: (bondctl.v1.CollectedOutcome.$Properties|null);

                /** CommandOutcome cancelled */
                cancelled?: (bondctl.v1.TestRef.$Properties|null);

                /** CommandOutcome refused */
                refused?: (bondctl.v1.RefusedOutcome.$Properties|null);

                /** CommandOutcome failed */
                failed?: (bondctl.v1.FailedOutcome.$Properties|null);

                /** CommandOutcome described */
                described?: (bondctl.v1.DescribedOutcome.$Properties|null);

                /** CommandOutcome kind */
                kind?: ("planned"|"transaction"|"forgotten"|"probed"|"serving"|"measured"|"collected"|"cancelled"|"refused"|"failed"|"described");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a CommandOutcome. */
            type $Shape = {
              planned?: bondctl.v1.HostPlan.$Shape|null;
              transaction?: bondctl.v1.TransactionOutcome.$Shape|null;
              forgotten?: bondctl.v1.TxRef.$Shape|null;
              probed?: bondctl.v1.ProbeAnswer.$Shape|null;
              serving?: bondctl.v1.ServingOutcome.$Shape|null;
              measured?: bondctl.v1.MeasuredOutcome.$Shape|null;
              collected?: bondctl.v1.CollectedOutcome.$Shape|null;
              cancelled?: bondctl.v1.TestRef.$Shape|null;
              refused?: bondctl.v1.RefusedOutcome.$Shape|null;
              failed?: bondctl.v1.FailedOutcome.$Shape|null;
              described?: bondctl.v1.DescribedOutcome.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; planned?: null; transaction?: null; forgotten?: null; probed?: null; serving?: null; measured?: null; collected?: null; cancelled?: null; refused?: null; failed?: null; described?: null }|{ kind?: "planned"; planned: bondctl.v1.HostPlan.$Shape; transaction?: null; forgotten?: null; probed?: null; serving?: null; measured?: null; collected?: null; cancelled?: null; refused?: null; failed?: null; described?: null }|{ kind?: "transaction"; planned?: null; transaction: bondctl.v1.TransactionOutcome.$Shape; forgotten?: null; probed?: null; serving?: null; measured?: null; collected?: null; cancelled?: null; refused?: null; failed?: null; described?: null }|{ kind?: "forgotten"; planned?: null; transaction?: null; forgotten: bondctl.v1.TxRef.$Shape; probed?: null; serving?: null; measured?: null; collected?: null; cancelled?: null; refused?: null; failed?: null; described?: null }|{ kind?: "probed"; planned?: null; transaction?: null; forgotten?: null; probed: bondctl.v1.ProbeAnswer.$Shape; serving?: null; measured?: null; collected?: null; cancelled?: null; refused?: null; failed?: null; described?: null }|{ kind?: "serving"; planned?: null; transaction?: null; forgotten?: null; probed?: null; serving: bondctl.v1.ServingOutcome.$Shape; measured?: null; collected?: null; cancelled?: null; refused?: null; failed?: null; described?: null }|{ kind?: "measured"; planned?: null; transaction?: null; forgotten?: null; probed?: null; serving?: null; measured: bondctl.v1.MeasuredOutcome.$Shape; collected?: null; cancelled?: null; refused?: null; failed?: null; described?: null }|{ kind?: "collected"; planned?: null; transaction?: null; forgotten?: null; probed?: null; serving?: null; measured?: null; collected: bondctl.v1.CollectedOutcome.$Shape; cancelled?: null; refused?: null; failed?: null; described?: null }|{ kind?: "cancelled"; planned?: null; transaction?: null; forgotten?: null; probed?: null; serving?: null; measured?: null; collected?: null; cancelled: bondctl.v1.TestRef.$Shape; refused?: null; failed?: null; described?: null }|{ kind?: "refused"; planned?: null; transaction?: null; forgotten?: null; probed?: null; serving?: null; measured?: null; collected?: null; cancelled?: null; refused: bondctl.v1.RefusedOutcome.$Shape; failed?: null; described?: null }|{ kind?: "failed"; planned?: null; transaction?: null; forgotten?: null; probed?: null; serving?: null; measured?: null; collected?: null; cancelled?: null; refused?: null; failed: bondctl.v1.FailedOutcome.$Shape; described?: null }|{ kind?: "described"; planned?: null; transaction?: null; forgotten?: null; probed?: null; serving?: null; measured?: null; collected?: null; cancelled?: null; refused?: null; failed?: null; described: bondctl.v1.DescribedOutcome.$Shape })
            );
        }

        /**
         * Properties of a TransactionOutcome.
         * @deprecated Use bondctl.v1.TransactionOutcome.$Properties instead.
         */
        interface ITransactionOutcome extends bondctl.v1.TransactionOutcome.$Properties {
        }

        /** Represents a TransactionOutcome. */
        class TransactionOutcome {

            /**
             * Constructs a new TransactionOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.TransactionOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransactionOutcome tx. */
            tx: string;

            /** TransactionOutcome outcome. */
            outcome?: (bondctl.v1.TxOutcome.$Properties|null);

            /**
             * Encodes the specified TransactionOutcome message. Does not implicitly {@link bondctl.v1.TransactionOutcome.verify|verify} messages.
             * @param message TransactionOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.TransactionOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransactionOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.TransactionOutcome & bondctl.v1.TransactionOutcome.$Shape} TransactionOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.TransactionOutcome & bondctl.v1.TransactionOutcome.$Shape;
        }

        namespace TransactionOutcome {

            /** Properties of a TransactionOutcome. */
            interface $Properties {

                /** TransactionOutcome tx */
                tx?: (string|null);

                /** TransactionOutcome outcome */
                outcome?: (bondctl.v1.TxOutcome.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransactionOutcome. */
            type $Shape = {
              tx?: string|null;
              outcome?: bondctl.v1.TxOutcome.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a ServingOutcome.
         * @deprecated Use bondctl.v1.ServingOutcome.$Properties instead.
         */
        interface IServingOutcome extends bondctl.v1.ServingOutcome.$Properties {
        }

        /** Represents a ServingOutcome. */
        class ServingOutcome {

            /**
             * Constructs a new ServingOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.ServingOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServingOutcome port. */
            port: number;

            /** ServingOutcome version. */
            version: string;

            /**
             * Encodes the specified ServingOutcome message. Does not implicitly {@link bondctl.v1.ServingOutcome.verify|verify} messages.
             * @param message ServingOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.ServingOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServingOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.ServingOutcome & bondctl.v1.ServingOutcome.$Shape} ServingOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.ServingOutcome & bondctl.v1.ServingOutcome.$Shape;
        }

        namespace ServingOutcome {

            /** Properties of a ServingOutcome. */
            interface $Properties {

                /** ServingOutcome port */
                port?: (number|null);

                /** ServingOutcome version */
                version?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServingOutcome. */
            type $Shape = bondctl.v1.ServingOutcome.$Properties;
        }

        /**
         * Properties of a MeasuredOutcome.
         * @deprecated Use bondctl.v1.MeasuredOutcome.$Properties instead.
         */
        interface IMeasuredOutcome extends bondctl.v1.MeasuredOutcome.$Properties {
        }

        /** Represents a MeasuredOutcome. */
        class MeasuredOutcome {

            /**
             * Constructs a new MeasuredOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.MeasuredOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MeasuredOutcome verdict. */
            verdict?: (bondctl.v1.RunVerdict.$Properties|null);

            /** MeasuredOutcome run. */
            run?: (bondctl.v1.IperfRun.$Properties|null);

            /** MeasuredOutcome samples. */
            samples: bondctl.v1.PortSample.$Properties[];

            /** MeasuredOutcome vitals. */
            vitals?: (bondctl.v1.HostVitals.$Properties|null);

            /** MeasuredOutcome latency. */
            latency?: (bondctl.v1.Latency.$Properties|null);

            /** MeasuredOutcome surroundings. */
            surroundings?: (bondctl.v1.HostSurroundings.$Properties|null);

            /**
             * Encodes the specified MeasuredOutcome message. Does not implicitly {@link bondctl.v1.MeasuredOutcome.verify|verify} messages.
             * @param message MeasuredOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.MeasuredOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MeasuredOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.MeasuredOutcome & bondctl.v1.MeasuredOutcome.$Shape} MeasuredOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.MeasuredOutcome & bondctl.v1.MeasuredOutcome.$Shape;
        }

        namespace MeasuredOutcome {

            /** Properties of a MeasuredOutcome. */
            interface $Properties {

                /** MeasuredOutcome verdict */
                verdict?: (bondctl.v1.RunVerdict.$Properties|null);

                /** MeasuredOutcome run */
                run?: (bondctl.v1.IperfRun.$Properties|null);

                /** MeasuredOutcome samples */
                samples?: (bondctl.v1.PortSample.$Properties[]|null);

                /** MeasuredOutcome vitals */
                vitals?: (bondctl.v1.HostVitals.$Properties|null);

                /** MeasuredOutcome latency */
                latency?: (bondctl.v1.Latency.$Properties|null);

                /** MeasuredOutcome surroundings */
                surroundings?: (bondctl.v1.HostSurroundings.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MeasuredOutcome. */
            type $Shape = {
              verdict?: bondctl.v1.RunVerdict.$Shape|null;
              run?: bondctl.v1.IperfRun.$Shape|null;
              samples?: bondctl.v1.PortSample.$Shape[]|null;
              vitals?: bondctl.v1.HostVitals.$Shape|null;
              latency?: bondctl.v1.Latency.$Shape|null;
              surroundings?: bondctl.v1.HostSurroundings.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a CollectedOutcome.
         * @deprecated Use bondctl.v1.CollectedOutcome.$Properties instead.
         */
        interface ICollectedOutcome extends bondctl.v1.CollectedOutcome.$Properties {
        }

        /** Represents a CollectedOutcome. */
        class CollectedOutcome {

            /**
             * Constructs a new CollectedOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.CollectedOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CollectedOutcome run. */
            run?: (bondctl.v1.IperfRun.$Properties|null);

            /** CollectedOutcome samples. */
            samples: bondctl.v1.PortSample.$Properties[];

            /** CollectedOutcome vitals. */
            vitals?: (bondctl.v1.HostVitals.$Properties|null);

            /** CollectedOutcome surroundings. */
            surroundings?: (bondctl.v1.HostSurroundings.$Properties|null);

            /** CollectedOutcome disturbance. */
            disturbance?: (bondctl.v1.RunFailed.$Properties|null);

            /**
             * Encodes the specified CollectedOutcome message. Does not implicitly {@link bondctl.v1.CollectedOutcome.verify|verify} messages.
             * @param message CollectedOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.CollectedOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CollectedOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.CollectedOutcome & bondctl.v1.CollectedOutcome.$Shape} CollectedOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.CollectedOutcome & bondctl.v1.CollectedOutcome.$Shape;
        }

        namespace CollectedOutcome {

            /** Properties of a CollectedOutcome. */
            interface $Properties {

                /** CollectedOutcome run */
                run?: (bondctl.v1.IperfRun.$Properties|null);

                /** CollectedOutcome samples */
                samples?: (bondctl.v1.PortSample.$Properties[]|null);

                /** CollectedOutcome vitals */
                vitals?: (bondctl.v1.HostVitals.$Properties|null);

                /** CollectedOutcome surroundings */
                surroundings?: (bondctl.v1.HostSurroundings.$Properties|null);

                /** CollectedOutcome disturbance */
                disturbance?: (bondctl.v1.RunFailed.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CollectedOutcome. */
            type $Shape = {
              run?: bondctl.v1.IperfRun.$Shape|null;
              samples?: bondctl.v1.PortSample.$Shape[]|null;
              vitals?: bondctl.v1.HostVitals.$Shape|null;
              surroundings?: bondctl.v1.HostSurroundings.$Shape|null;
              disturbance?: bondctl.v1.RunFailed.$Shape|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a DescribedOutcome.
         * @deprecated Use bondctl.v1.DescribedOutcome.$Properties instead.
         */
        interface IDescribedOutcome extends bondctl.v1.DescribedOutcome.$Properties {
        }

        /** Represents a DescribedOutcome. */
        class DescribedOutcome {

            /**
             * Constructs a new DescribedOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.DescribedOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribedOutcome bonds. */
            bonds: bondctl.v1.DescribedBond.$Properties[];

            /** DescribedOutcome problems. */
            problems: bondctl.v1.FileProblem.$Properties[];

            /**
             * Encodes the specified DescribedOutcome message. Does not implicitly {@link bondctl.v1.DescribedOutcome.verify|verify} messages.
             * @param message DescribedOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.DescribedOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribedOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.DescribedOutcome & bondctl.v1.DescribedOutcome.$Shape} DescribedOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.DescribedOutcome & bondctl.v1.DescribedOutcome.$Shape;
        }

        namespace DescribedOutcome {

            /** Properties of a DescribedOutcome. */
            interface $Properties {

                /** DescribedOutcome bonds */
                bonds?: (bondctl.v1.DescribedBond.$Properties[]|null);

                /** DescribedOutcome problems */
                problems?: (bondctl.v1.FileProblem.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribedOutcome. */
            type $Shape = bondctl.v1.DescribedOutcome.$Properties;
        }

        /**
         * Properties of a DescribedBond.
         * @deprecated Use bondctl.v1.DescribedBond.$Properties instead.
         */
        interface IDescribedBond extends bondctl.v1.DescribedBond.$Properties {
        }

        /** Represents a DescribedBond. */
        class DescribedBond {

            /**
             * Constructs a new DescribedBond.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.DescribedBond.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribedBond bond. */
            bond: string;

            /** DescribedBond file. */
            file?: (bondctl.v1.DescribedIn.$Properties|null);

            /** DescribedBond differences. */
            differences: bondctl.v1.Difference.$Properties[];

            /**
             * Encodes the specified DescribedBond message. Does not implicitly {@link bondctl.v1.DescribedBond.verify|verify} messages.
             * @param message DescribedBond message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.DescribedBond.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribedBond message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.DescribedBond & bondctl.v1.DescribedBond.$Shape} DescribedBond
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.DescribedBond & bondctl.v1.DescribedBond.$Shape;
        }

        namespace DescribedBond {

            /** Properties of a DescribedBond. */
            interface $Properties {

                /** DescribedBond bond */
                bond?: (string|null);

                /** DescribedBond file */
                file?: (bondctl.v1.DescribedIn.$Properties|null);

                /** DescribedBond differences */
                differences?: (bondctl.v1.Difference.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribedBond. */
            type $Shape = bondctl.v1.DescribedBond.$Properties;
        }

        /**
         * Properties of a DescribedIn.
         * @deprecated Use bondctl.v1.DescribedIn.$Properties instead.
         */
        interface IDescribedIn extends bondctl.v1.DescribedIn.$Properties {
        }

        /** Represents a DescribedIn. */
        class DescribedIn {

            /**
             * Constructs a new DescribedIn.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.DescribedIn.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DescribedIn backend. */
            backend: string;

            /** DescribedIn path. */
            path: string;

            /**
             * Encodes the specified DescribedIn message. Does not implicitly {@link bondctl.v1.DescribedIn.verify|verify} messages.
             * @param message DescribedIn message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.DescribedIn.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DescribedIn message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.DescribedIn & bondctl.v1.DescribedIn.$Shape} DescribedIn
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.DescribedIn & bondctl.v1.DescribedIn.$Shape;
        }

        namespace DescribedIn {

            /** Properties of a DescribedIn. */
            interface $Properties {

                /** DescribedIn backend */
                backend?: (string|null);

                /** DescribedIn path */
                path?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DescribedIn. */
            type $Shape = bondctl.v1.DescribedIn.$Properties;
        }

        /**
         * Properties of a FileProblem.
         * @deprecated Use bondctl.v1.FileProblem.$Properties instead.
         */
        interface IFileProblem extends bondctl.v1.FileProblem.$Properties {
        }

        /** Represents a FileProblem. */
        class FileProblem {

            /**
             * Constructs a new FileProblem.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.FileProblem.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FileProblem path. */
            path: string;

            /** FileProblem line. */
            line: number;

            /** FileProblem message. */
            message: string;

            /**
             * Encodes the specified FileProblem message. Does not implicitly {@link bondctl.v1.FileProblem.verify|verify} messages.
             * @param message FileProblem message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.FileProblem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FileProblem message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.FileProblem & bondctl.v1.FileProblem.$Shape} FileProblem
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.FileProblem & bondctl.v1.FileProblem.$Shape;
        }

        namespace FileProblem {

            /** Properties of a FileProblem. */
            interface $Properties {

                /** FileProblem path */
                path?: (string|null);

                /** FileProblem line */
                line?: (number|null);

                /** FileProblem message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FileProblem. */
            type $Shape = bondctl.v1.FileProblem.$Properties;
        }

        /**
         * Properties of a RefusedOutcome.
         * @deprecated Use bondctl.v1.RefusedOutcome.$Properties instead.
         */
        interface IRefusedOutcome extends bondctl.v1.RefusedOutcome.$Properties {
        }

        /** Represents a RefusedOutcome. */
        class RefusedOutcome {

            /**
             * Constructs a new RefusedOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.RefusedOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RefusedOutcome code. */
            code: bondctl.v1.RefusalCode;

            /** RefusedOutcome refusals. */
            refusals: bondctl.v1.Refusal.$Properties[];

            /**
             * Encodes the specified RefusedOutcome message. Does not implicitly {@link bondctl.v1.RefusedOutcome.verify|verify} messages.
             * @param message RefusedOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.RefusedOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RefusedOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.RefusedOutcome & bondctl.v1.RefusedOutcome.$Shape} RefusedOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.RefusedOutcome & bondctl.v1.RefusedOutcome.$Shape;
        }

        namespace RefusedOutcome {

            /** Properties of a RefusedOutcome. */
            interface $Properties {

                /** RefusedOutcome code */
                code?: (bondctl.v1.RefusalCode|null);

                /** RefusedOutcome refusals */
                refusals?: (bondctl.v1.Refusal.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RefusedOutcome. */
            type $Shape = bondctl.v1.RefusedOutcome.$Properties;
        }

        /**
         * Properties of a FailedOutcome.
         * @deprecated Use bondctl.v1.FailedOutcome.$Properties instead.
         */
        interface IFailedOutcome extends bondctl.v1.FailedOutcome.$Properties {
        }

        /** Represents a FailedOutcome. */
        class FailedOutcome {

            /**
             * Constructs a new FailedOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.FailedOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FailedOutcome message. */
            message: string;

            /**
             * Encodes the specified FailedOutcome message. Does not implicitly {@link bondctl.v1.FailedOutcome.verify|verify} messages.
             * @param message FailedOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.FailedOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FailedOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.FailedOutcome & bondctl.v1.FailedOutcome.$Shape} FailedOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.FailedOutcome & bondctl.v1.FailedOutcome.$Shape;
        }

        namespace FailedOutcome {

            /** Properties of a FailedOutcome. */
            interface $Properties {

                /** FailedOutcome message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FailedOutcome. */
            type $Shape = bondctl.v1.FailedOutcome.$Properties;
        }

        /** BondMode enum. */
        enum BondMode {

            /** BOND_MODE_UNSPECIFIED value */
            BOND_MODE_UNSPECIFIED = 0,

            /** BOND_MODE_BALANCE_RR value */
            BOND_MODE_BALANCE_RR = 1,

            /** BOND_MODE_ACTIVE_BACKUP value */
            BOND_MODE_ACTIVE_BACKUP = 2,

            /** BOND_MODE_BALANCE_XOR value */
            BOND_MODE_BALANCE_XOR = 3,

            /** BOND_MODE_BROADCAST value */
            BOND_MODE_BROADCAST = 4,

            /** BOND_MODE_8023AD value */
            BOND_MODE_8023AD = 5,

            /** BOND_MODE_BALANCE_TLB value */
            BOND_MODE_BALANCE_TLB = 6,

            /** BOND_MODE_BALANCE_ALB value */
            BOND_MODE_BALANCE_ALB = 7
        }

        /** MiiStatus enum. */
        enum MiiStatus {

            /** MII_STATUS_UNSPECIFIED value */
            MII_STATUS_UNSPECIFIED = 0,

            /** MII_STATUS_UP value */
            MII_STATUS_UP = 1,

            /** MII_STATUS_GOING_DOWN value */
            MII_STATUS_GOING_DOWN = 2,

            /** MII_STATUS_DOWN value */
            MII_STATUS_DOWN = 3,

            /** MII_STATUS_GOING_BACK value */
            MII_STATUS_GOING_BACK = 4,

            /** MII_STATUS_UNKNOWN value */
            MII_STATUS_UNKNOWN = 5
        }

        /** Duplex enum. */
        enum Duplex {

            /** DUPLEX_UNSPECIFIED value */
            DUPLEX_UNSPECIFIED = 0,

            /** DUPLEX_FULL value */
            DUPLEX_FULL = 1,

            /** DUPLEX_HALF value */
            DUPLEX_HALF = 2
        }

        /** Switch enum. */
        enum Switch {

            /** SWITCH_UNSPECIFIED value */
            SWITCH_UNSPECIFIED = 0,

            /** SWITCH_ON value */
            SWITCH_ON = 1,

            /** SWITCH_OFF value */
            SWITCH_OFF = 2
        }

        /** LacpRate enum. */
        enum LacpRate {

            /** LACP_RATE_UNSPECIFIED value */
            LACP_RATE_UNSPECIFIED = 0,

            /** LACP_RATE_SLOW value */
            LACP_RATE_SLOW = 1,

            /** LACP_RATE_FAST value */
            LACP_RATE_FAST = 2
        }

        /**
         * Properties of an OptionValue.
         * @deprecated Use bondctl.v1.OptionValue.$Properties instead.
         */
        interface IOptionValue extends bondctl.v1.OptionValue.$Properties {
        }

        /** Represents an OptionValue. */
        class OptionValue {

            /**
             * Constructs a new OptionValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.OptionValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OptionValue name. */
            name: string;

            /** OptionValue value. */
            value: string;

            /**
             * Encodes the specified OptionValue message. Does not implicitly {@link bondctl.v1.OptionValue.verify|verify} messages.
             * @param message OptionValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.OptionValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OptionValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.OptionValue & bondctl.v1.OptionValue.$Shape} OptionValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.OptionValue & bondctl.v1.OptionValue.$Shape;
        }

        namespace OptionValue {

            /** Properties of an OptionValue. */
            interface $Properties {

                /** OptionValue name */
                name?: (string|null);

                /** OptionValue value */
                value?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OptionValue. */
            type $Shape = bondctl.v1.OptionValue.$Properties;
        }

        /**
         * Properties of a TuningValue.
         * @deprecated Use bondctl.v1.TuningValue.$Properties instead.
         */
        interface ITuningValue extends bondctl.v1.TuningValue.$Properties {
        }

        /** Represents a TuningValue. */
        class TuningValue {

            /**
             * Constructs a new TuningValue.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.TuningValue.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TuningValue name. */
            name: string;

            /** TuningValue value. */
            value: string;

            /**
             * Encodes the specified TuningValue message. Does not implicitly {@link bondctl.v1.TuningValue.verify|verify} messages.
             * @param message TuningValue message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.TuningValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TuningValue message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.TuningValue & bondctl.v1.TuningValue.$Shape} TuningValue
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.TuningValue & bondctl.v1.TuningValue.$Shape;
        }

        namespace TuningValue {

            /** Properties of a TuningValue. */
            interface $Properties {

                /** TuningValue name */
                name?: (string|null);

                /** TuningValue value */
                value?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TuningValue. */
            type $Shape = bondctl.v1.TuningValue.$Properties;
        }

        /**
         * Properties of an Addresses.
         * @deprecated Use bondctl.v1.Addresses.$Properties instead.
         */
        interface IAddresses extends bondctl.v1.Addresses.$Properties {
        }

        /** Represents an Addresses. */
        class Addresses {

            /**
             * Constructs a new Addresses.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Addresses.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Addresses items. */
            items: string[];

            /**
             * Encodes the specified Addresses message. Does not implicitly {@link bondctl.v1.Addresses.verify|verify} messages.
             * @param message Addresses message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Addresses.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Addresses message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Addresses & bondctl.v1.Addresses.$Shape} Addresses
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Addresses & bondctl.v1.Addresses.$Shape;
        }

        namespace Addresses {

            /** Properties of an Addresses. */
            interface $Properties {

                /** Addresses items */
                items?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Addresses. */
            type $Shape = bondctl.v1.Addresses.$Properties;
        }

        /**
         * Properties of a PortChoice.
         * @deprecated Use bondctl.v1.PortChoice.$Properties instead.
         */
        interface IPortChoice extends bondctl.v1.PortChoice.$Properties {
        }

        /** Represents a PortChoice. */
        class PortChoice {

            /**
             * Constructs a new PortChoice.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PortChoice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortChoice name. */
            name?: (string|null);

            /** PortChoice mac. */
            mac?: (string|null);

            /** PortChoice path. */
            path?: (string|null);

            /** PortChoice driver. */
            driver?: (bondctl.v1.DriverPorts.$Properties|null);

            /** PortChoice by. */
            by?: ("name"|"mac"|"path"|"driver");

            /**
             * Encodes the specified PortChoice message. Does not implicitly {@link bondctl.v1.PortChoice.verify|verify} messages.
             * @param message PortChoice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PortChoice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortChoice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PortChoice & bondctl.v1.PortChoice.$Shape} PortChoice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PortChoice & bondctl.v1.PortChoice.$Shape;
        }

        namespace PortChoice {

            /** Properties of a PortChoice. */
            interface $Properties {

                /** PortChoice name */
                name?: (string|null);

                /** PortChoice mac */
                mac?: (string|null);

                /** PortChoice path */
                path?: (string|null);

                /** PortChoice driver */
                driver?: (bondctl.v1.DriverPorts.$Properties|null);

                /** PortChoice by */
                by?: ("name"|"mac"|"path"|"driver");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PortChoice. */
            type $Shape = {
              name?: string|null;
              mac?: string|null;
              path?: string|null;
              driver?: bondctl.v1.DriverPorts.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ by?: undefined; name?: null; mac?: null; path?: null; driver?: null }|{ by?: "name"; name: string; mac?: null; path?: null; driver?: null }|{ by?: "mac"; name?: null; mac: string; path?: null; driver?: null }|{ by?: "path"; name?: null; mac?: null; path: string; driver?: null }|{ by?: "driver"; name?: null; mac?: null; path?: null; driver: bondctl.v1.DriverPorts.$Shape })
            );
        }

        /**
         * Properties of a DriverPorts.
         * @deprecated Use bondctl.v1.DriverPorts.$Properties instead.
         */
        interface IDriverPorts extends bondctl.v1.DriverPorts.$Properties {
        }

        /** Represents a DriverPorts. */
        class DriverPorts {

            /**
             * Constructs a new DriverPorts.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.DriverPorts.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DriverPorts driver. */
            driver: string;

            /** DriverPorts count. */
            count: number;

            /**
             * Encodes the specified DriverPorts message. Does not implicitly {@link bondctl.v1.DriverPorts.verify|verify} messages.
             * @param message DriverPorts message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.DriverPorts.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DriverPorts message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.DriverPorts & bondctl.v1.DriverPorts.$Shape} DriverPorts
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.DriverPorts & bondctl.v1.DriverPorts.$Shape;
        }

        namespace DriverPorts {

            /** Properties of a DriverPorts. */
            interface $Properties {

                /** DriverPorts driver */
                driver?: (string|null);

                /** DriverPorts count */
                count?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DriverPorts. */
            type $Shape = bondctl.v1.DriverPorts.$Properties;
        }

        /**
         * Properties of a BondSpec.
         * @deprecated Use bondctl.v1.BondSpec.$Properties instead.
         */
        interface IBondSpec extends bondctl.v1.BondSpec.$Properties {
        }

        /** Represents a BondSpec. */
        class BondSpec {

            /**
             * Constructs a new BondSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondSpec name. */
            name: string;

            /** BondSpec mode. */
            mode: bondctl.v1.BondMode;

            /** BondSpec ports. */
            ports: string[];

            /** BondSpec options. */
            options: bondctl.v1.OptionValue.$Properties[];

            /** BondSpec mtu. */
            mtu: number;

            /** BondSpec addresses. */
            addresses?: (bondctl.v1.Addresses.$Properties|null);

            /** BondSpec tuning. */
            tuning: bondctl.v1.TuningValue.$Properties[];

            /** BondSpec choices. */
            choices: bondctl.v1.PortChoice.$Properties[];

            /**
             * Encodes the specified BondSpec message. Does not implicitly {@link bondctl.v1.BondSpec.verify|verify} messages.
             * @param message BondSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondSpec & bondctl.v1.BondSpec.$Shape} BondSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondSpec & bondctl.v1.BondSpec.$Shape;
        }

        namespace BondSpec {

            /** Properties of a BondSpec. */
            interface $Properties {

                /** BondSpec name */
                name?: (string|null);

                /** BondSpec mode */
                mode?: (bondctl.v1.BondMode|null);

                /** BondSpec ports */
                ports?: (string[]|null);

                /** BondSpec options */
                options?: (bondctl.v1.OptionValue.$Properties[]|null);

                /** BondSpec mtu */
                mtu?: (number|null);

                /** BondSpec addresses */
                addresses?: (bondctl.v1.Addresses.$Properties|null);

                /** BondSpec tuning */
                tuning?: (bondctl.v1.TuningValue.$Properties[]|null);

                /** BondSpec choices */
                choices?: (bondctl.v1.PortChoice.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BondSpec. */
            type $Shape = {
              name?: string|null;
              mode?: bondctl.v1.BondMode|null;
              ports?: string[]|null;
              options?: bondctl.v1.OptionValue.$Shape[]|null;
              mtu?: number|null;
              addresses?: bondctl.v1.Addresses.$Shape|null;
              tuning?: bondctl.v1.TuningValue.$Shape[]|null;
              choices?: bondctl.v1.PortChoice.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a BondDesire.
         * @deprecated Use bondctl.v1.BondDesire.$Properties instead.
         */
        interface IBondDesire extends bondctl.v1.BondDesire.$Properties {
        }

        /** Represents a BondDesire. */
        class BondDesire {

            /**
             * Constructs a new BondDesire.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondDesire.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondDesire present. */
            present?: (bondctl.v1.PresentBond.$Properties|null);

            /** BondDesire absent. */
            absent?: (bondctl.v1.AbsentBond.$Properties|null);

            /** BondDesire state. */
            state?: ("present"|"absent");

            /**
             * Encodes the specified BondDesire message. Does not implicitly {@link bondctl.v1.BondDesire.verify|verify} messages.
             * @param message BondDesire message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondDesire.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondDesire message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondDesire & bondctl.v1.BondDesire.$Shape} BondDesire
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondDesire & bondctl.v1.BondDesire.$Shape;
        }

        namespace BondDesire {

            /** Properties of a BondDesire. */
            interface $Properties {

                /** BondDesire present */
                present?: (bondctl.v1.PresentBond.$Properties|null);

                /** BondDesire absent */
                absent?: (bondctl.v1.AbsentBond.$Properties|null);

                /** BondDesire state */
                state?: ("present"|"absent");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a BondDesire. */
            type $Shape = {
              present?: bondctl.v1.PresentBond.$Shape|null;
              absent?: bondctl.v1.AbsentBond.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ state?: undefined; present?: null; absent?: null }|{ state?: "present"; present: bondctl.v1.PresentBond.$Shape; absent?: null }|{ state?: "absent"; present?: null; absent: bondctl.v1.AbsentBond.$Shape })
            );
        }

        /**
         * Properties of a PresentBond.
         * @deprecated Use bondctl.v1.PresentBond.$Properties instead.
         */
        interface IPresentBond extends bondctl.v1.PresentBond.$Properties {
        }

        /** Represents a PresentBond. */
        class PresentBond {

            /**
             * Constructs a new PresentBond.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PresentBond.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresentBond spec. */
            spec?: (bondctl.v1.BondSpec.$Properties|null);

            /** PresentBond allowControlPath. */
            allowControlPath: boolean;

            /** PresentBond backend. */
            backend: string;

            /**
             * Encodes the specified PresentBond message. Does not implicitly {@link bondctl.v1.PresentBond.verify|verify} messages.
             * @param message PresentBond message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PresentBond.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresentBond message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PresentBond & bondctl.v1.PresentBond.$Shape} PresentBond
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PresentBond & bondctl.v1.PresentBond.$Shape;
        }

        namespace PresentBond {

            /** Properties of a PresentBond. */
            interface $Properties {

                /** PresentBond spec */
                spec?: (bondctl.v1.BondSpec.$Properties|null);

                /** PresentBond allowControlPath */
                allowControlPath?: (boolean|null);

                /** PresentBond backend */
                backend?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresentBond. */
            type $Shape = {
              spec?: bondctl.v1.BondSpec.$Shape|null;
              allowControlPath?: boolean|null;
              backend?: string|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of an AbsentBond.
         * @deprecated Use bondctl.v1.AbsentBond.$Properties instead.
         */
        interface IAbsentBond extends bondctl.v1.AbsentBond.$Properties {
        }

        /** Represents an AbsentBond. */
        class AbsentBond {

            /**
             * Constructs a new AbsentBond.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.AbsentBond.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AbsentBond name. */
            name: string;

            /** AbsentBond allowControlPath. */
            allowControlPath: boolean;

            /** AbsentBond tuning. */
            tuning: bondctl.v1.TuningValue.$Properties[];

            /** AbsentBond backend. */
            backend: string;

            /**
             * Encodes the specified AbsentBond message. Does not implicitly {@link bondctl.v1.AbsentBond.verify|verify} messages.
             * @param message AbsentBond message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.AbsentBond.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AbsentBond message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.AbsentBond & bondctl.v1.AbsentBond.$Shape} AbsentBond
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.AbsentBond & bondctl.v1.AbsentBond.$Shape;
        }

        namespace AbsentBond {

            /** Properties of an AbsentBond. */
            interface $Properties {

                /** AbsentBond name */
                name?: (string|null);

                /** AbsentBond allowControlPath */
                allowControlPath?: (boolean|null);

                /** AbsentBond tuning */
                tuning?: (bondctl.v1.TuningValue.$Properties[]|null);

                /** AbsentBond backend */
                backend?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AbsentBond. */
            type $Shape = bondctl.v1.AbsentBond.$Properties;
        }

        /**
         * Properties of a LacpSide.
         * @deprecated Use bondctl.v1.LacpSide.$Properties instead.
         */
        interface ILacpSide extends bondctl.v1.LacpSide.$Properties {
        }

        /** Represents a LacpSide. */
        class LacpSide {

            /**
             * Constructs a new LacpSide.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.LacpSide.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LacpSide systemPriority. */
            systemPriority: number;

            /** LacpSide systemMac. */
            systemMac: string;

            /** LacpSide portKey. */
            portKey: number;

            /** LacpSide portPriority. */
            portPriority: number;

            /** LacpSide portNumber. */
            portNumber: number;

            /** LacpSide portState. */
            portState: number;

            /**
             * Encodes the specified LacpSide message. Does not implicitly {@link bondctl.v1.LacpSide.verify|verify} messages.
             * @param message LacpSide message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.LacpSide.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LacpSide message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.LacpSide & bondctl.v1.LacpSide.$Shape} LacpSide
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.LacpSide & bondctl.v1.LacpSide.$Shape;
        }

        namespace LacpSide {

            /** Properties of a LacpSide. */
            interface $Properties {

                /** LacpSide systemPriority */
                systemPriority?: (number|null);

                /** LacpSide systemMac */
                systemMac?: (string|null);

                /** LacpSide portKey */
                portKey?: (number|null);

                /** LacpSide portPriority */
                portPriority?: (number|null);

                /** LacpSide portNumber */
                portNumber?: (number|null);

                /** LacpSide portState */
                portState?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LacpSide. */
            type $Shape = bondctl.v1.LacpSide.$Properties;
        }

        /**
         * Properties of a PortLacp.
         * @deprecated Use bondctl.v1.PortLacp.$Properties instead.
         */
        interface IPortLacp extends bondctl.v1.PortLacp.$Properties {
        }

        /** Represents a PortLacp. */
        class PortLacp {

            /**
             * Constructs a new PortLacp.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PortLacp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortLacp aggregatorId. */
            aggregatorId: number;

            /** PortLacp actorChurn. */
            actorChurn: string;

            /** PortLacp partnerChurn. */
            partnerChurn: string;

            /** PortLacp actorChurnedCount. */
            actorChurnedCount: number;

            /** PortLacp partnerChurnedCount. */
            partnerChurnedCount: number;

            /** PortLacp actor. */
            actor?: (bondctl.v1.LacpSide.$Properties|null);

            /** PortLacp partner. */
            partner?: (bondctl.v1.LacpSide.$Properties|null);

            /**
             * Encodes the specified PortLacp message. Does not implicitly {@link bondctl.v1.PortLacp.verify|verify} messages.
             * @param message PortLacp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PortLacp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortLacp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PortLacp & bondctl.v1.PortLacp.$Shape} PortLacp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PortLacp & bondctl.v1.PortLacp.$Shape;
        }

        namespace PortLacp {

            /** Properties of a PortLacp. */
            interface $Properties {

                /** PortLacp aggregatorId */
                aggregatorId?: (number|null);

                /** PortLacp actorChurn */
                actorChurn?: (string|null);

                /** PortLacp partnerChurn */
                partnerChurn?: (string|null);

                /** PortLacp actorChurnedCount */
                actorChurnedCount?: (number|null);

                /** PortLacp partnerChurnedCount */
                partnerChurnedCount?: (number|null);

                /** PortLacp actor */
                actor?: (bondctl.v1.LacpSide.$Properties|null);

                /** PortLacp partner */
                partner?: (bondctl.v1.LacpSide.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PortLacp. */
            type $Shape = bondctl.v1.PortLacp.$Properties;
        }

        /**
         * Properties of a PortState.
         * @deprecated Use bondctl.v1.PortState.$Properties instead.
         */
        interface IPortState extends bondctl.v1.PortState.$Properties {
        }

        /** Represents a PortState. */
        class PortState {

            /**
             * Constructs a new PortState.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PortState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortState name. */
            name: string;

            /** PortState miiStatus. */
            miiStatus: bondctl.v1.MiiStatus;

            /** PortState speedMbps. */
            speedMbps: number;

            /** PortState duplex. */
            duplex: bondctl.v1.Duplex;

            /** PortState linkFailureCount. */
            linkFailureCount: number;

            /** PortState permanentMac. */
            permanentMac: string;

            /** PortState queueId. */
            queueId: number;

            /** PortState priority. */
            priority: number;

            /** PortState lacp. */
            lacp?: (bondctl.v1.PortLacp.$Properties|null);

            /**
             * Encodes the specified PortState message. Does not implicitly {@link bondctl.v1.PortState.verify|verify} messages.
             * @param message PortState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PortState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PortState & bondctl.v1.PortState.$Shape} PortState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PortState & bondctl.v1.PortState.$Shape;
        }

        namespace PortState {

            /** Properties of a PortState. */
            interface $Properties {

                /** PortState name */
                name?: (string|null);

                /** PortState miiStatus */
                miiStatus?: (bondctl.v1.MiiStatus|null);

                /** PortState speedMbps */
                speedMbps?: (number|null);

                /** PortState duplex */
                duplex?: (bondctl.v1.Duplex|null);

                /** PortState linkFailureCount */
                linkFailureCount?: (number|null);

                /** PortState permanentMac */
                permanentMac?: (string|null);

                /** PortState queueId */
                queueId?: (number|null);

                /** PortState priority */
                priority?: (number|null);

                /** PortState lacp */
                lacp?: (bondctl.v1.PortLacp.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PortState. */
            type $Shape = bondctl.v1.PortState.$Properties;
        }

        /**
         * Properties of an Aggregator.
         * @deprecated Use bondctl.v1.Aggregator.$Properties instead.
         */
        interface IAggregator extends bondctl.v1.Aggregator.$Properties {
        }

        /** Represents an Aggregator. */
        class Aggregator {

            /**
             * Constructs a new Aggregator.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Aggregator.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Aggregator id. */
            id: number;

            /** Aggregator ports. */
            ports: number;

            /** Aggregator actorKey. */
            actorKey: number;

            /** Aggregator partnerKey. */
            partnerKey: number;

            /** Aggregator partnerMac. */
            partnerMac: string;

            /**
             * Encodes the specified Aggregator message. Does not implicitly {@link bondctl.v1.Aggregator.verify|verify} messages.
             * @param message Aggregator message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Aggregator.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Aggregator message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Aggregator & bondctl.v1.Aggregator.$Shape} Aggregator
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Aggregator & bondctl.v1.Aggregator.$Shape;
        }

        namespace Aggregator {

            /** Properties of an Aggregator. */
            interface $Properties {

                /** Aggregator id */
                id?: (number|null);

                /** Aggregator ports */
                ports?: (number|null);

                /** Aggregator actorKey */
                actorKey?: (number|null);

                /** Aggregator partnerKey */
                partnerKey?: (number|null);

                /** Aggregator partnerMac */
                partnerMac?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Aggregator. */
            type $Shape = bondctl.v1.Aggregator.$Properties;
        }

        /**
         * Properties of a BondLacp.
         * @deprecated Use bondctl.v1.BondLacp.$Properties instead.
         */
        interface IBondLacp extends bondctl.v1.BondLacp.$Properties {
        }

        /** Represents a BondLacp. */
        class BondLacp {

            /**
             * Constructs a new BondLacp.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondLacp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondLacp active. */
            active: bondctl.v1.Switch;

            /** BondLacp rate. */
            rate: bondctl.v1.LacpRate;

            /** BondLacp minLinks. */
            minLinks: number;

            /** BondLacp adSelect. */
            adSelect: string;

            /** BondLacp systemPriority. */
            systemPriority: number;

            /** BondLacp systemMac. */
            systemMac: string;

            /** BondLacp aggregator. */
            aggregator?: (bondctl.v1.Aggregator.$Properties|null);

            /**
             * Encodes the specified BondLacp message. Does not implicitly {@link bondctl.v1.BondLacp.verify|verify} messages.
             * @param message BondLacp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondLacp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondLacp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondLacp & bondctl.v1.BondLacp.$Shape} BondLacp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondLacp & bondctl.v1.BondLacp.$Shape;
        }

        namespace BondLacp {

            /** Properties of a BondLacp. */
            interface $Properties {

                /** BondLacp active */
                active?: (bondctl.v1.Switch|null);

                /** BondLacp rate */
                rate?: (bondctl.v1.LacpRate|null);

                /** BondLacp minLinks */
                minLinks?: (number|null);

                /** BondLacp adSelect */
                adSelect?: (string|null);

                /** BondLacp systemPriority */
                systemPriority?: (number|null);

                /** BondLacp systemMac */
                systemMac?: (string|null);

                /** BondLacp aggregator */
                aggregator?: (bondctl.v1.Aggregator.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BondLacp. */
            type $Shape = bondctl.v1.BondLacp.$Properties;
        }

        /**
         * Properties of a BondPrimary.
         * @deprecated Use bondctl.v1.BondPrimary.$Properties instead.
         */
        interface IBondPrimary extends bondctl.v1.BondPrimary.$Properties {
        }

        /** Represents a BondPrimary. */
        class BondPrimary {

            /**
             * Constructs a new BondPrimary.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondPrimary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondPrimary port. */
            port: string;

            /** BondPrimary reselect. */
            reselect: string;

            /**
             * Encodes the specified BondPrimary message. Does not implicitly {@link bondctl.v1.BondPrimary.verify|verify} messages.
             * @param message BondPrimary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondPrimary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondPrimary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondPrimary & bondctl.v1.BondPrimary.$Shape} BondPrimary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondPrimary & bondctl.v1.BondPrimary.$Shape;
        }

        namespace BondPrimary {

            /** Properties of a BondPrimary. */
            interface $Properties {

                /** BondPrimary port */
                port?: (string|null);

                /** BondPrimary reselect */
                reselect?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BondPrimary. */
            type $Shape = bondctl.v1.BondPrimary.$Properties;
        }

        /**
         * Properties of a BondArp.
         * @deprecated Use bondctl.v1.BondArp.$Properties instead.
         */
        interface IBondArp extends bondctl.v1.BondArp.$Properties {
        }

        /** Represents a BondArp. */
        class BondArp {

            /**
             * Constructs a new BondArp.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondArp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondArp intervalMs. */
            intervalMs: number;

            /** BondArp missedMax. */
            missedMax: number;

            /** BondArp targets. */
            targets: string[];

            /** BondArp nsTargets. */
            nsTargets: string[];

            /**
             * Encodes the specified BondArp message. Does not implicitly {@link bondctl.v1.BondArp.verify|verify} messages.
             * @param message BondArp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondArp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondArp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondArp & bondctl.v1.BondArp.$Shape} BondArp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondArp & bondctl.v1.BondArp.$Shape;
        }

        namespace BondArp {

            /** Properties of a BondArp. */
            interface $Properties {

                /** BondArp intervalMs */
                intervalMs?: (number|null);

                /** BondArp missedMax */
                missedMax?: (number|null);

                /** BondArp targets */
                targets?: (string[]|null);

                /** BondArp nsTargets */
                nsTargets?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BondArp. */
            type $Shape = bondctl.v1.BondArp.$Properties;
        }

        /**
         * Properties of a BondState.
         * @deprecated Use bondctl.v1.BondState.$Properties instead.
         */
        interface IBondState extends bondctl.v1.BondState.$Properties {
        }

        /** Represents a BondState. */
        class BondState {

            /**
             * Constructs a new BondState.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondState name. */
            name: string;

            /** BondState driver. */
            driver: string;

            /** BondState mode. */
            mode: bondctl.v1.BondMode;

            /** BondState modeText. */
            modeText: string;

            /** BondState failOverMac. */
            failOverMac: string;

            /** BondState xmitHashPolicy. */
            xmitHashPolicy: string;

            /** BondState primary. */
            primary?: (bondctl.v1.BondPrimary.$Properties|null);

            /** BondState activePort. */
            activePort: string;

            /** BondState miiStatus. */
            miiStatus: bondctl.v1.MiiStatus;

            /** BondState miimonMs. */
            miimonMs: number;

            /** BondState updelayMs. */
            updelayMs: number;

            /** BondState downdelayMs. */
            downdelayMs: number;

            /** BondState peerNotifDelayMs. */
            peerNotifDelayMs: number;

            /** BondState arp. */
            arp?: (bondctl.v1.BondArp.$Properties|null);

            /** BondState lacp. */
            lacp?: (bondctl.v1.BondLacp.$Properties|null);

            /** BondState ports. */
            ports: bondctl.v1.PortState.$Properties[];

            /**
             * Encodes the specified BondState message. Does not implicitly {@link bondctl.v1.BondState.verify|verify} messages.
             * @param message BondState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondState & bondctl.v1.BondState.$Shape} BondState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondState & bondctl.v1.BondState.$Shape;
        }

        namespace BondState {

            /** Properties of a BondState. */
            interface $Properties {

                /** BondState name */
                name?: (string|null);

                /** BondState driver */
                driver?: (string|null);

                /** BondState mode */
                mode?: (bondctl.v1.BondMode|null);

                /** BondState modeText */
                modeText?: (string|null);

                /** BondState failOverMac */
                failOverMac?: (string|null);

                /** BondState xmitHashPolicy */
                xmitHashPolicy?: (string|null);

                /** BondState primary */
                primary?: (bondctl.v1.BondPrimary.$Properties|null);

                /** BondState activePort */
                activePort?: (string|null);

                /** BondState miiStatus */
                miiStatus?: (bondctl.v1.MiiStatus|null);

                /** BondState miimonMs */
                miimonMs?: (number|null);

                /** BondState updelayMs */
                updelayMs?: (number|null);

                /** BondState downdelayMs */
                downdelayMs?: (number|null);

                /** BondState peerNotifDelayMs */
                peerNotifDelayMs?: (number|null);

                /** BondState arp */
                arp?: (bondctl.v1.BondArp.$Properties|null);

                /** BondState lacp */
                lacp?: (bondctl.v1.BondLacp.$Properties|null);

                /** BondState ports */
                ports?: (bondctl.v1.PortState.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BondState. */
            type $Shape = bondctl.v1.BondState.$Properties;
        }

        /** Owner enum. */
        enum Owner {

            /** OWNER_UNSPECIFIED value */
            OWNER_UNSPECIFIED = 0,

            /** OWNER_NONE value */
            OWNER_NONE = 1,

            /** OWNER_NETWORK_MANAGER value */
            OWNER_NETWORK_MANAGER = 2,

            /** OWNER_SYSTEMD_NETWORKD value */
            OWNER_SYSTEMD_NETWORKD = 3,

            /** OWNER_IFUPDOWN value */
            OWNER_IFUPDOWN = 4,

            /** OWNER_IFUPDOWN2 value */
            OWNER_IFUPDOWN2 = 5
        }

        /** AddressOrigin enum. */
        enum AddressOrigin {

            /** ADDRESS_ORIGIN_UNSPECIFIED value */
            ADDRESS_ORIGIN_UNSPECIFIED = 0,

            /** ADDRESS_ORIGIN_STATIC value */
            ADDRESS_ORIGIN_STATIC = 1,

            /** ADDRESS_ORIGIN_KERNEL value */
            ADDRESS_ORIGIN_KERNEL = 2,

            /** ADDRESS_ORIGIN_DYNAMIC value */
            ADDRESS_ORIGIN_DYNAMIC = 3
        }

        /** Family enum. */
        enum Family {

            /** FAMILY_UNSPECIFIED value */
            FAMILY_UNSPECIFIED = 0,

            /** FAMILY_INET value */
            FAMILY_INET = 1,

            /** FAMILY_INET6 value */
            FAMILY_INET6 = 2
        }

        /**
         * Properties of an AddressState.
         * @deprecated Use bondctl.v1.AddressState.$Properties instead.
         */
        interface IAddressState extends bondctl.v1.AddressState.$Properties {
        }

        /** Represents an AddressState. */
        class AddressState {

            /**
             * Constructs a new AddressState.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.AddressState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AddressState cidr. */
            cidr: string;

            /** AddressState origin. */
            origin: bondctl.v1.AddressOrigin;

            /**
             * Encodes the specified AddressState message. Does not implicitly {@link bondctl.v1.AddressState.verify|verify} messages.
             * @param message AddressState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.AddressState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AddressState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.AddressState & bondctl.v1.AddressState.$Shape} AddressState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.AddressState & bondctl.v1.AddressState.$Shape;
        }

        namespace AddressState {

            /** Properties of an AddressState. */
            interface $Properties {

                /** AddressState cidr */
                cidr?: (string|null);

                /** AddressState origin */
                origin?: (bondctl.v1.AddressOrigin|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AddressState. */
            type $Shape = bondctl.v1.AddressState.$Properties;
        }

        /**
         * Properties of an InterfaceState.
         * @deprecated Use bondctl.v1.InterfaceState.$Properties instead.
         */
        interface IInterfaceState extends bondctl.v1.InterfaceState.$Properties {
        }

        /** Represents an InterfaceState. */
        class InterfaceState {

            /**
             * Constructs a new InterfaceState.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.InterfaceState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InterfaceState name. */
            name: string;

            /** InterfaceState kind. */
            kind: string;

            /** InterfaceState mac. */
            mac: string;

            /** InterfaceState permanentMac. */
            permanentMac: string;

            /** InterfaceState mtu. */
            mtu: number;

            /** InterfaceState up. */
            up: boolean;

            /** InterfaceState carrier. */
            carrier: boolean;

            /** InterfaceState speedMbps. */
            speedMbps: number;

            /** InterfaceState duplex. */
            duplex: bondctl.v1.Duplex;

            /** InterfaceState master. */
            master: string;

            /** InterfaceState parent. */
            parent: string;

            /** InterfaceState addresses. */
            addresses: bondctl.v1.AddressState.$Properties[];

            /** InterfaceState owner. */
            owner: bondctl.v1.Owner;

            /** InterfaceState vlanId. */
            vlanId: number;

            /** InterfaceState driver. */
            driver: string;

            /** InterfaceState path. */
            path: string;

            /**
             * Encodes the specified InterfaceState message. Does not implicitly {@link bondctl.v1.InterfaceState.verify|verify} messages.
             * @param message InterfaceState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.InterfaceState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InterfaceState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.InterfaceState & bondctl.v1.InterfaceState.$Shape} InterfaceState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.InterfaceState & bondctl.v1.InterfaceState.$Shape;
        }

        namespace InterfaceState {

            /** Properties of an InterfaceState. */
            interface $Properties {

                /** InterfaceState name */
                name?: (string|null);

                /** InterfaceState kind */
                kind?: (string|null);

                /** InterfaceState mac */
                mac?: (string|null);

                /** InterfaceState permanentMac */
                permanentMac?: (string|null);

                /** InterfaceState mtu */
                mtu?: (number|null);

                /** InterfaceState up */
                up?: (boolean|null);

                /** InterfaceState carrier */
                carrier?: (boolean|null);

                /** InterfaceState speedMbps */
                speedMbps?: (number|null);

                /** InterfaceState duplex */
                duplex?: (bondctl.v1.Duplex|null);

                /** InterfaceState master */
                master?: (string|null);

                /** InterfaceState parent */
                parent?: (string|null);

                /** InterfaceState addresses */
                addresses?: (bondctl.v1.AddressState.$Properties[]|null);

                /** InterfaceState owner */
                owner?: (bondctl.v1.Owner|null);

                /** InterfaceState vlanId */
                vlanId?: (number|null);

                /** InterfaceState driver */
                driver?: (string|null);

                /** InterfaceState path */
                path?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InterfaceState. */
            type $Shape = bondctl.v1.InterfaceState.$Properties;
        }

        /**
         * Properties of a RouteState.
         * @deprecated Use bondctl.v1.RouteState.$Properties instead.
         */
        interface IRouteState extends bondctl.v1.RouteState.$Properties {
        }

        /** Represents a RouteState. */
        class RouteState {

            /**
             * Constructs a new RouteState.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.RouteState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RouteState device. */
            device: string;

            /** RouteState family. */
            family: bondctl.v1.Family;

            /** RouteState text. */
            text: string;

            /** RouteState madeByKernel. */
            madeByKernel: boolean;

            /**
             * Encodes the specified RouteState message. Does not implicitly {@link bondctl.v1.RouteState.verify|verify} messages.
             * @param message RouteState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.RouteState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RouteState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.RouteState & bondctl.v1.RouteState.$Shape} RouteState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.RouteState & bondctl.v1.RouteState.$Shape;
        }

        namespace RouteState {

            /** Properties of a RouteState. */
            interface $Properties {

                /** RouteState device */
                device?: (string|null);

                /** RouteState family */
                family?: (bondctl.v1.Family|null);

                /** RouteState text */
                text?: (string|null);

                /** RouteState madeByKernel */
                madeByKernel?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RouteState. */
            type $Shape = bondctl.v1.RouteState.$Properties;
        }

        /**
         * Properties of a BondConfig.
         * @deprecated Use bondctl.v1.BondConfig.$Properties instead.
         */
        interface IBondConfig extends bondctl.v1.BondConfig.$Properties {
        }

        /** Represents a BondConfig. */
        class BondConfig {

            /**
             * Constructs a new BondConfig.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondConfig.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondConfig name. */
            name: string;

            /** BondConfig mode. */
            mode: string;

            /** BondConfig options. */
            options: bondctl.v1.OptionValue.$Properties[];

            /** BondConfig ports. */
            ports: string[];

            /**
             * Encodes the specified BondConfig message. Does not implicitly {@link bondctl.v1.BondConfig.verify|verify} messages.
             * @param message BondConfig message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondConfig.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondConfig message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondConfig & bondctl.v1.BondConfig.$Shape} BondConfig
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondConfig & bondctl.v1.BondConfig.$Shape;
        }

        namespace BondConfig {

            /** Properties of a BondConfig. */
            interface $Properties {

                /** BondConfig name */
                name?: (string|null);

                /** BondConfig mode */
                mode?: (string|null);

                /** BondConfig options */
                options?: (bondctl.v1.OptionValue.$Properties[]|null);

                /** BondConfig ports */
                ports?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BondConfig. */
            type $Shape = bondctl.v1.BondConfig.$Properties;
        }

        /**
         * Properties of a DeviceOffloads.
         * @deprecated Use bondctl.v1.DeviceOffloads.$Properties instead.
         */
        interface IDeviceOffloads extends bondctl.v1.DeviceOffloads.$Properties {
        }

        /** Represents a DeviceOffloads. */
        class DeviceOffloads {

            /**
             * Constructs a new DeviceOffloads.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.DeviceOffloads.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceOffloads device. */
            device: string;

            /** DeviceOffloads values. */
            values: bondctl.v1.TuningValue.$Properties[];

            /**
             * Encodes the specified DeviceOffloads message. Does not implicitly {@link bondctl.v1.DeviceOffloads.verify|verify} messages.
             * @param message DeviceOffloads message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.DeviceOffloads.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceOffloads message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.DeviceOffloads & bondctl.v1.DeviceOffloads.$Shape} DeviceOffloads
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.DeviceOffloads & bondctl.v1.DeviceOffloads.$Shape;
        }

        namespace DeviceOffloads {

            /** Properties of a DeviceOffloads. */
            interface $Properties {

                /** DeviceOffloads device */
                device?: (string|null);

                /** DeviceOffloads values */
                values?: (bondctl.v1.TuningValue.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceOffloads. */
            type $Shape = bondctl.v1.DeviceOffloads.$Properties;
        }

        /**
         * Properties of a HostTuning.
         * @deprecated Use bondctl.v1.HostTuning.$Properties instead.
         */
        interface IHostTuning extends bondctl.v1.HostTuning.$Properties {
        }

        /** Represents a HostTuning. */
        class HostTuning {

            /**
             * Constructs a new HostTuning.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.HostTuning.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostTuning sysctls. */
            sysctls: bondctl.v1.TuningValue.$Properties[];

            /** HostTuning offloads. */
            offloads: bondctl.v1.DeviceOffloads.$Properties[];

            /**
             * Encodes the specified HostTuning message. Does not implicitly {@link bondctl.v1.HostTuning.verify|verify} messages.
             * @param message HostTuning message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.HostTuning.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostTuning message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.HostTuning & bondctl.v1.HostTuning.$Shape} HostTuning
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.HostTuning & bondctl.v1.HostTuning.$Shape;
        }

        namespace HostTuning {

            /** Properties of a HostTuning. */
            interface $Properties {

                /** HostTuning sysctls */
                sysctls?: (bondctl.v1.TuningValue.$Properties[]|null);

                /** HostTuning offloads */
                offloads?: (bondctl.v1.DeviceOffloads.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostTuning. */
            type $Shape = bondctl.v1.HostTuning.$Properties;
        }

        /**
         * Properties of a HostState.
         * @deprecated Use bondctl.v1.HostState.$Properties instead.
         */
        interface IHostState extends bondctl.v1.HostState.$Properties {
        }

        /** Represents a HostState. */
        class HostState {

            /**
             * Constructs a new HostState.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.HostState.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostState interfaces. */
            interfaces: bondctl.v1.InterfaceState.$Properties[];

            /** HostState bonds. */
            bonds: bondctl.v1.BondConfig.$Properties[];

            /** HostState routes. */
            routes: bondctl.v1.RouteState.$Properties[];

            /** HostState controlPath. */
            controlPath: string[];

            /** HostState tuning. */
            tuning?: (bondctl.v1.HostTuning.$Properties|null);

            /**
             * Encodes the specified HostState message. Does not implicitly {@link bondctl.v1.HostState.verify|verify} messages.
             * @param message HostState message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.HostState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostState message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.HostState & bondctl.v1.HostState.$Shape} HostState
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.HostState & bondctl.v1.HostState.$Shape;
        }

        namespace HostState {

            /** Properties of a HostState. */
            interface $Properties {

                /** HostState interfaces */
                interfaces?: (bondctl.v1.InterfaceState.$Properties[]|null);

                /** HostState bonds */
                bonds?: (bondctl.v1.BondConfig.$Properties[]|null);

                /** HostState routes */
                routes?: (bondctl.v1.RouteState.$Properties[]|null);

                /** HostState controlPath */
                controlPath?: (string[]|null);

                /** HostState tuning */
                tuning?: (bondctl.v1.HostTuning.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostState. */
            type $Shape = bondctl.v1.HostState.$Properties;
        }

        /**
         * Properties of a TransactionInHand.
         * @deprecated Use bondctl.v1.TransactionInHand.$Properties instead.
         */
        interface ITransactionInHand extends bondctl.v1.TransactionInHand.$Properties {
        }

        /** Represents a TransactionInHand. */
        class TransactionInHand {

            /**
             * Constructs a new TransactionInHand.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.TransactionInHand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TransactionInHand id. */
            id: string;

            /** TransactionInHand phase. */
            phase: string;

            /**
             * Encodes the specified TransactionInHand message. Does not implicitly {@link bondctl.v1.TransactionInHand.verify|verify} messages.
             * @param message TransactionInHand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.TransactionInHand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TransactionInHand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.TransactionInHand & bondctl.v1.TransactionInHand.$Shape} TransactionInHand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.TransactionInHand & bondctl.v1.TransactionInHand.$Shape;
        }

        namespace TransactionInHand {

            /** Properties of a TransactionInHand. */
            interface $Properties {

                /** TransactionInHand id */
                id?: (string|null);

                /** TransactionInHand phase */
                phase?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TransactionInHand. */
            type $Shape = bondctl.v1.TransactionInHand.$Properties;
        }

        /**
         * Properties of a Difference.
         * @deprecated Use bondctl.v1.Difference.$Properties instead.
         */
        interface IDifference extends bondctl.v1.Difference.$Properties {
        }

        /** Represents a Difference. */
        class Difference {

            /**
             * Constructs a new Difference.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Difference.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Difference path. */
            path: string;

            /** Difference wanted. */
            wanted: string;

            /** Difference found. */
            found: string;

            /**
             * Encodes the specified Difference message. Does not implicitly {@link bondctl.v1.Difference.verify|verify} messages.
             * @param message Difference message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Difference.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Difference message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Difference & bondctl.v1.Difference.$Shape} Difference
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Difference & bondctl.v1.Difference.$Shape;
        }

        namespace Difference {

            /** Properties of a Difference. */
            interface $Properties {

                /** Difference path */
                path?: (string|null);

                /** Difference wanted */
                wanted?: (string|null);

                /** Difference found */
                found?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Difference. */
            type $Shape = bondctl.v1.Difference.$Properties;
        }

        /**
         * Properties of a Drift.
         * @deprecated Use bondctl.v1.Drift.$Properties instead.
         */
        interface IDrift extends bondctl.v1.Drift.$Properties {
        }

        /** Represents a Drift. */
        class Drift {

            /**
             * Constructs a new Drift.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Drift.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Drift bond. */
            bond: string;

            /** Drift differences. */
            differences: bondctl.v1.Difference.$Properties[];

            /** Drift sinceUnixMs. */
            sinceUnixMs: number;

            /**
             * Encodes the specified Drift message. Does not implicitly {@link bondctl.v1.Drift.verify|verify} messages.
             * @param message Drift message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Drift.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Drift message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Drift & bondctl.v1.Drift.$Shape} Drift
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Drift & bondctl.v1.Drift.$Shape;
        }

        namespace Drift {

            /** Properties of a Drift. */
            interface $Properties {

                /** Drift bond */
                bond?: (string|null);

                /** Drift differences */
                differences?: (bondctl.v1.Difference.$Properties[]|null);

                /** Drift sinceUnixMs */
                sinceUnixMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Drift. */
            type $Shape = bondctl.v1.Drift.$Properties;
        }

        /**
         * Properties of a HostReport.
         * @deprecated Use bondctl.v1.HostReport.$Properties instead.
         */
        interface IHostReport extends bondctl.v1.HostReport.$Properties {
        }

        /** Represents a HostReport. */
        class HostReport {

            /**
             * Constructs a new HostReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.HostReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostReport kernel. */
            kernel: string;

            /** HostReport agentVersion. */
            agentVersion: string;

            /** HostReport iperf3Version. */
            iperf3Version: string;

            /** HostReport bootId. */
            bootId: string;

            /** HostReport state. */
            state?: (bondctl.v1.HostState.$Properties|null);

            /** HostReport bonds. */
            bonds: bondctl.v1.BondState.$Properties[];

            /** HostReport unknownLines. */
            unknownLines: string[];

            /** HostReport transaction. */
            transaction?: (bondctl.v1.TransactionInHand.$Properties|null);

            /** HostReport drift. */
            drift: bondctl.v1.Drift.$Properties[];

            /** HostReport kept. */
            kept?: (bondctl.v1.KeptBonds.$Properties|null);

            /** HostReport lastEvent. */
            lastEvent: number;

            /**
             * Encodes the specified HostReport message. Does not implicitly {@link bondctl.v1.HostReport.verify|verify} messages.
             * @param message HostReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.HostReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.HostReport & bondctl.v1.HostReport.$Shape} HostReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.HostReport & bondctl.v1.HostReport.$Shape;
        }

        namespace HostReport {

            /** Properties of a HostReport. */
            interface $Properties {

                /** HostReport kernel */
                kernel?: (string|null);

                /** HostReport agentVersion */
                agentVersion?: (string|null);

                /** HostReport iperf3Version */
                iperf3Version?: (string|null);

                /** HostReport bootId */
                bootId?: (string|null);

                /** HostReport state */
                state?: (bondctl.v1.HostState.$Properties|null);

                /** HostReport bonds */
                bonds?: (bondctl.v1.BondState.$Properties[]|null);

                /** HostReport unknownLines */
                unknownLines?: (string[]|null);

                /** HostReport transaction */
                transaction?: (bondctl.v1.TransactionInHand.$Properties|null);

                /** HostReport drift */
                drift?: (bondctl.v1.Drift.$Properties[]|null);

                /** HostReport kept */
                kept?: (bondctl.v1.KeptBonds.$Properties|null);

                /** HostReport lastEvent */
                lastEvent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostReport. */
            type $Shape = {
              kernel?: string|null;
              agentVersion?: string|null;
              iperf3Version?: string|null;
              bootId?: string|null;
              state?: bondctl.v1.HostState.$Shape|null;
              bonds?: bondctl.v1.BondState.$Shape[]|null;
              unknownLines?: string[]|null;
              transaction?: bondctl.v1.TransactionInHand.$Shape|null;
              drift?: bondctl.v1.Drift.$Shape[]|null;
              kept?: bondctl.v1.KeptBonds.$Shape|null;
              lastEvent?: number|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a KeptBonds.
         * @deprecated Use bondctl.v1.KeptBonds.$Properties instead.
         */
        interface IKeptBonds extends bondctl.v1.KeptBonds.$Properties {
        }

        /** Represents a KeptBonds. */
        class KeptBonds {

            /**
             * Constructs a new KeptBonds.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.KeptBonds.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KeptBonds items. */
            items: bondctl.v1.BondKept.$Properties[];

            /**
             * Encodes the specified KeptBonds message. Does not implicitly {@link bondctl.v1.KeptBonds.verify|verify} messages.
             * @param message KeptBonds message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.KeptBonds.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KeptBonds message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.KeptBonds & bondctl.v1.KeptBonds.$Shape} KeptBonds
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.KeptBonds & bondctl.v1.KeptBonds.$Shape;
        }

        namespace KeptBonds {

            /** Properties of a KeptBonds. */
            interface $Properties {

                /** KeptBonds items */
                items?: (bondctl.v1.BondKept.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KeptBonds. */
            type $Shape = {
              items?: bondctl.v1.BondKept.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a BondKept.
         * @deprecated Use bondctl.v1.BondKept.$Properties instead.
         */
        interface IBondKept extends bondctl.v1.BondKept.$Properties {
        }

        /** Represents a BondKept. */
        class BondKept {

            /**
             * Constructs a new BondKept.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondKept.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondKept inFiles. */
            inFiles?: (bondctl.v1.BondInFiles.$Properties|null);

            /** BondKept notKept. */
            notKept?: (bondctl.v1.BondNotKept.$Properties|null);

            /** BondKept kind. */
            kind?: ("inFiles"|"notKept");

            /**
             * Encodes the specified BondKept message. Does not implicitly {@link bondctl.v1.BondKept.verify|verify} messages.
             * @param message BondKept message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondKept.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondKept message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondKept & bondctl.v1.BondKept.$Shape} BondKept
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondKept & bondctl.v1.BondKept.$Shape;
        }

        namespace BondKept {

            /** Properties of a BondKept. */
            interface $Properties {

                /** BondKept inFiles */
                inFiles?: (bondctl.v1.BondInFiles.$Properties|null);

                /** BondKept notKept */
                notKept?: (bondctl.v1.BondNotKept.$Properties|null);

                /** BondKept kind */
                kind?: ("inFiles"|"notKept");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a BondKept. */
            type $Shape = {
              inFiles?: bondctl.v1.BondInFiles.$Shape|null;
              notKept?: bondctl.v1.BondNotKept.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; inFiles?: null; notKept?: null }|{ kind?: "inFiles"; inFiles: bondctl.v1.BondInFiles.$Shape; notKept?: null }|{ kind?: "notKept"; inFiles?: null; notKept: bondctl.v1.BondNotKept.$Shape })
            );
        }

        /**
         * Properties of a BondInFiles.
         * @deprecated Use bondctl.v1.BondInFiles.$Properties instead.
         */
        interface IBondInFiles extends bondctl.v1.BondInFiles.$Properties {
        }

        /** Represents a BondInFiles. */
        class BondInFiles {

            /**
             * Constructs a new BondInFiles.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondInFiles.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondInFiles bond. */
            bond: string;

            /** BondInFiles backend. */
            backend: string;

            /** BondInFiles files. */
            files: string[];

            /** BondInFiles untilReboot. */
            untilReboot: string[];

            /** BondInFiles unread. */
            unread: string;

            /**
             * Encodes the specified BondInFiles message. Does not implicitly {@link bondctl.v1.BondInFiles.verify|verify} messages.
             * @param message BondInFiles message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondInFiles.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondInFiles message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondInFiles & bondctl.v1.BondInFiles.$Shape} BondInFiles
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondInFiles & bondctl.v1.BondInFiles.$Shape;
        }

        namespace BondInFiles {

            /** Properties of a BondInFiles. */
            interface $Properties {

                /** BondInFiles bond */
                bond?: (string|null);

                /** BondInFiles backend */
                backend?: (string|null);

                /** BondInFiles files */
                files?: (string[]|null);

                /** BondInFiles untilReboot */
                untilReboot?: (string[]|null);

                /** BondInFiles unread */
                unread?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BondInFiles. */
            type $Shape = bondctl.v1.BondInFiles.$Properties;
        }

        /**
         * Properties of a BondNotKept.
         * @deprecated Use bondctl.v1.BondNotKept.$Properties instead.
         */
        interface IBondNotKept extends bondctl.v1.BondNotKept.$Properties {
        }

        /** Represents a BondNotKept. */
        class BondNotKept {

            /**
             * Constructs a new BondNotKept.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.BondNotKept.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BondNotKept bond. */
            bond: string;

            /** BondNotKept why. */
            why: string;

            /**
             * Encodes the specified BondNotKept message. Does not implicitly {@link bondctl.v1.BondNotKept.verify|verify} messages.
             * @param message BondNotKept message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.BondNotKept.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BondNotKept message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.BondNotKept & bondctl.v1.BondNotKept.$Shape} BondNotKept
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.BondNotKept & bondctl.v1.BondNotKept.$Shape;
        }

        namespace BondNotKept {

            /** Properties of a BondNotKept. */
            interface $Properties {

                /** BondNotKept bond */
                bond?: (string|null);

                /** BondNotKept why */
                why?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BondNotKept. */
            type $Shape = bondctl.v1.BondNotKept.$Properties;
        }

        /** Role enum. */
        enum Role {

            /** ROLE_UNSPECIFIED value */
            ROLE_UNSPECIFIED = 0,

            /** ROLE_CLIENT value */
            ROLE_CLIENT = 1,

            /** ROLE_SERVER value */
            ROLE_SERVER = 2
        }

        /** Ending enum. */
        enum Ending {

            /** ENDING_UNSPECIFIED value */
            ENDING_UNSPECIFIED = 0,

            /** ENDING_FINISHED value */
            ENDING_FINISHED = 1,

            /** ENDING_WATCHDOG value */
            ENDING_WATCHDOG = 2,

            /** ENDING_CANCELLED value */
            ENDING_CANCELLED = 3,

            /** ENDING_DISTURBED value */
            ENDING_DISTURBED = 4
        }

        /** RunFault enum. */
        enum RunFault {

            /** RUN_FAULT_UNSPECIFIED value */
            RUN_FAULT_UNSPECIFIED = 0,

            /** RUN_FAULT_BUSY value */
            RUN_FAULT_BUSY = 1,

            /** RUN_FAULT_CANNOT_CONNECT value */
            RUN_FAULT_CANNOT_CONNECT = 2,

            /** RUN_FAULT_ADDRESS_IN_USE value */
            RUN_FAULT_ADDRESS_IN_USE = 3,

            /** RUN_FAULT_INTERRUPTED value */
            RUN_FAULT_INTERRUPTED = 4,

            /** RUN_FAULT_POLICY value */
            RUN_FAULT_POLICY = 5,

            /** RUN_FAULT_AUTHORIZATION value */
            RUN_FAULT_AUTHORIZATION = 6,

            /** RUN_FAULT_NETWORK value */
            RUN_FAULT_NETWORK = 7,

            /** RUN_FAULT_WATCHDOG value */
            RUN_FAULT_WATCHDOG = 8,

            /** RUN_FAULT_NO_DOCUMENT value */
            RUN_FAULT_NO_DOCUMENT = 9,

            /** RUN_FAULT_NO_DATA value */
            RUN_FAULT_NO_DATA = 10,

            /** RUN_FAULT_TOO_SHORT value */
            RUN_FAULT_TOO_SHORT = 11,

            /** RUN_FAULT_SPAWN value */
            RUN_FAULT_SPAWN = 12,

            /** RUN_FAULT_OTHER value */
            RUN_FAULT_OTHER = 13,

            /** RUN_FAULT_PORT_DOWN value */
            RUN_FAULT_PORT_DOWN = 14,

            /** RUN_FAULT_OTHERS_TRAFFIC value */
            RUN_FAULT_OTHERS_TRAFFIC = 15
        }

        /**
         * Properties of an End.
         * @deprecated Use bondctl.v1.End.$Properties instead.
         */
        interface IEnd extends bondctl.v1.End.$Properties {
        }

        /** Represents an End. */
        class End {

            /**
             * Constructs a new End.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.End.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** End host. */
            host: string;

            /** End bond. */
            bond: string;

            /**
             * Encodes the specified End message. Does not implicitly {@link bondctl.v1.End.verify|verify} messages.
             * @param message End message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.End.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an End message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.End & bondctl.v1.End.$Shape} End
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.End & bondctl.v1.End.$Shape;
        }

        namespace End {

            /** Properties of an End. */
            interface $Properties {

                /** End host */
                host?: (string|null);

                /** End bond */
                bond?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an End. */
            type $Shape = bondctl.v1.End.$Properties;
        }

        /** Protocol enum. */
        enum Protocol {

            /** PROTOCOL_UNSPECIFIED value */
            PROTOCOL_UNSPECIFIED = 0,

            /** PROTOCOL_TCP value */
            PROTOCOL_TCP = 1,

            /** PROTOCOL_UDP value */
            PROTOCOL_UDP = 2
        }

        /** Direction enum. */
        enum Direction {

            /** DIRECTION_UNSPECIFIED value */
            DIRECTION_UNSPECIFIED = 0,

            /** DIRECTION_FORTH value */
            DIRECTION_FORTH = 1,

            /** DIRECTION_BACK value */
            DIRECTION_BACK = 2,

            /** DIRECTION_BOTH value */
            DIRECTION_BOTH = 3
        }

        /** TestClass enum. */
        enum TestClass {

            /** TEST_CLASS_UNSPECIFIED value */
            TEST_CLASS_UNSPECIFIED = 0,

            /** TEST_CLASS_PROBE value */
            TEST_CLASS_PROBE = 1,

            /** TEST_CLASS_MEASURE value */
            TEST_CLASS_MEASURE = 2,

            /** TEST_CLASS_STRESS value */
            TEST_CLASS_STRESS = 3,

            /** TEST_CLASS_PROOF value */
            TEST_CLASS_PROOF = 4
        }

        /**
         * Properties of a RunParameters.
         * @deprecated Use bondctl.v1.RunParameters.$Properties instead.
         */
        interface IRunParameters extends bondctl.v1.RunParameters.$Properties {
        }

        /** Represents a RunParameters. */
        class RunParameters {

            /**
             * Constructs a new RunParameters.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.RunParameters.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunParameters streams. */
            streams: number;

            /** RunParameters seconds. */
            seconds: number;

            /** RunParameters protocol. */
            protocol: bondctl.v1.Protocol;

            /** RunParameters direction. */
            direction: bondctl.v1.Direction;

            /** RunParameters offeredBps. */
            offeredBps: number;

            /** RunParameters class. */
            class: bondctl.v1.TestClass;

            /**
             * Encodes the specified RunParameters message. Does not implicitly {@link bondctl.v1.RunParameters.verify|verify} messages.
             * @param message RunParameters message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.RunParameters.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunParameters message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.RunParameters & bondctl.v1.RunParameters.$Shape} RunParameters
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.RunParameters & bondctl.v1.RunParameters.$Shape;
        }

        namespace RunParameters {

            /** Properties of a RunParameters. */
            interface $Properties {

                /** RunParameters streams */
                streams?: (number|null);

                /** RunParameters seconds */
                seconds?: (number|null);

                /** RunParameters protocol */
                protocol?: (bondctl.v1.Protocol|null);

                /** RunParameters direction */
                direction?: (bondctl.v1.Direction|null);

                /** RunParameters offeredBps */
                offeredBps?: (number|null);

                /** RunParameters class */
                "class"?: (bondctl.v1.TestClass|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunParameters. */
            type $Shape = bondctl.v1.RunParameters.$Properties;
        }

        /**
         * Properties of a PortSample.
         * @deprecated Use bondctl.v1.PortSample.$Properties instead.
         */
        interface IPortSample extends bondctl.v1.PortSample.$Properties {
        }

        /** Represents a PortSample. */
        class PortSample {

            /**
             * Constructs a new PortSample.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PortSample.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortSample port. */
            port: string;

            /** PortSample atMs. */
            atMs: number;

            /** PortSample txBytes. */
            txBytes: number;

            /** PortSample rxBytes. */
            rxBytes: number;

            /** PortSample txPackets. */
            txPackets: number;

            /** PortSample rxPackets. */
            rxPackets: number;

            /** PortSample txDropped. */
            txDropped: number;

            /** PortSample rxDropped. */
            rxDropped: number;

            /**
             * Encodes the specified PortSample message. Does not implicitly {@link bondctl.v1.PortSample.verify|verify} messages.
             * @param message PortSample message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PortSample.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortSample message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PortSample & bondctl.v1.PortSample.$Shape} PortSample
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PortSample & bondctl.v1.PortSample.$Shape;
        }

        namespace PortSample {

            /** Properties of a PortSample. */
            interface $Properties {

                /** PortSample port */
                port?: (string|null);

                /** PortSample atMs */
                atMs?: (number|null);

                /** PortSample txBytes */
                txBytes?: (number|null);

                /** PortSample rxBytes */
                rxBytes?: (number|null);

                /** PortSample txPackets */
                txPackets?: (number|null);

                /** PortSample rxPackets */
                rxPackets?: (number|null);

                /** PortSample txDropped */
                txDropped?: (number|null);

                /** PortSample rxDropped */
                rxDropped?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PortSample. */
            type $Shape = bondctl.v1.PortSample.$Properties;
        }

        /**
         * Properties of an Exit.
         * @deprecated Use bondctl.v1.Exit.$Properties instead.
         */
        interface IExit extends bondctl.v1.Exit.$Properties {
        }

        /** Represents an Exit. */
        class Exit {

            /**
             * Constructs a new Exit.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Exit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Exit code. */
            code?: (number|null);

            /** Exit signal. */
            signal?: (string|null);

            /** Exit kind. */
            kind?: ("code"|"signal");

            /**
             * Encodes the specified Exit message. Does not implicitly {@link bondctl.v1.Exit.verify|verify} messages.
             * @param message Exit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Exit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Exit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Exit & bondctl.v1.Exit.$Shape} Exit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Exit & bondctl.v1.Exit.$Shape;
        }

        namespace Exit {

            /** Properties of an Exit. */
            interface $Properties {

                /** Exit code */
                code?: (number|null);

                /** Exit signal */
                signal?: (string|null);

                /** Exit kind */
                kind?: ("code"|"signal");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Exit. */
            type $Shape = {
              code?: number|null;
              signal?: string|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ kind?: undefined; code?: null; signal?: null }|{ kind?: "code"; code: number; signal?: null }|{ kind?: "signal"; code?: null; signal: string })
            );
        }

        /**
         * Properties of a Truncated.
         * @deprecated Use bondctl.v1.Truncated.$Properties instead.
         */
        interface ITruncated extends bondctl.v1.Truncated.$Properties {
        }

        /** Represents a Truncated. */
        class Truncated {

            /**
             * Constructs a new Truncated.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Truncated.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Truncated bytes. */
            bytes: number;

            /** Truncated sha256. */
            sha256: string;

            /**
             * Encodes the specified Truncated message. Does not implicitly {@link bondctl.v1.Truncated.verify|verify} messages.
             * @param message Truncated message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Truncated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Truncated message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Truncated & bondctl.v1.Truncated.$Shape} Truncated
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Truncated & bondctl.v1.Truncated.$Shape;
        }

        namespace Truncated {

            /** Properties of a Truncated. */
            interface $Properties {

                /** Truncated bytes */
                bytes?: (number|null);

                /** Truncated sha256 */
                sha256?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Truncated. */
            type $Shape = bondctl.v1.Truncated.$Properties;
        }

        /**
         * Properties of an IperfRun.
         * @deprecated Use bondctl.v1.IperfRun.$Properties instead.
         */
        interface IIperfRun extends bondctl.v1.IperfRun.$Properties {
        }

        /** Represents an IperfRun. */
        class IperfRun {

            /**
             * Constructs a new IperfRun.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.IperfRun.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** IperfRun role. */
            role: bondctl.v1.Role;

            /** IperfRun version. */
            version: string;

            /** IperfRun command. */
            command: string[];

            /** IperfRun document. */
            document: Uint8Array;

            /** IperfRun truncated. */
            truncated?: (bondctl.v1.Truncated.$Properties|null);

            /** IperfRun exit. */
            exit?: (bondctl.v1.Exit.$Properties|null);

            /** IperfRun ending. */
            ending: bondctl.v1.Ending;

            /**
             * Encodes the specified IperfRun message. Does not implicitly {@link bondctl.v1.IperfRun.verify|verify} messages.
             * @param message IperfRun message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.IperfRun.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an IperfRun message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.IperfRun & bondctl.v1.IperfRun.$Shape} IperfRun
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.IperfRun & bondctl.v1.IperfRun.$Shape;
        }

        namespace IperfRun {

            /** Properties of an IperfRun. */
            interface $Properties {

                /** IperfRun role */
                role?: (bondctl.v1.Role|null);

                /** IperfRun version */
                version?: (string|null);

                /** IperfRun command */
                command?: (string[]|null);

                /** IperfRun document */
                document?: (Uint8Array|null);

                /** IperfRun truncated */
                truncated?: (bondctl.v1.Truncated.$Properties|null);

                /** IperfRun exit */
                exit?: (bondctl.v1.Exit.$Properties|null);

                /** IperfRun ending */
                ending?: (bondctl.v1.Ending|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an IperfRun. */
            type $Shape = {
              role?: bondctl.v1.Role|null;
              version?: string|null;
              command?: string[]|null;
              document?: Uint8Array|null;
              truncated?: bondctl.v1.Truncated.$Shape|null;
              exit?: bondctl.v1.Exit.$Shape|null;
              ending?: bondctl.v1.Ending|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a RunFigures.
         * @deprecated Use bondctl.v1.RunFigures.$Properties instead.
         */
        interface IRunFigures extends bondctl.v1.RunFigures.$Properties {
        }

        /** Represents a RunFigures. */
        class RunFigures {

            /**
             * Constructs a new RunFigures.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.RunFigures.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunFigures receivedBps. */
            receivedBps: number;

            /** RunFigures receivedBytes. */
            receivedBytes: number;

            /** RunFigures sentBytes. */
            sentBytes: number;

            /** RunFigures retransmits. */
            retransmits: number;

            /** RunFigures seconds. */
            seconds: number;

            /** RunFigures mss. */
            mss: number;

            /** RunFigures streams. */
            streams: bondctl.v1.StreamFigures.$Properties[];

            /** RunFigures back. */
            back?: (bondctl.v1.WayBack.$Properties|null);

            /** RunFigures udp. */
            udp?: (bondctl.v1.UdpFigures.$Properties|null);

            /**
             * Encodes the specified RunFigures message. Does not implicitly {@link bondctl.v1.RunFigures.verify|verify} messages.
             * @param message RunFigures message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.RunFigures.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunFigures message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.RunFigures & bondctl.v1.RunFigures.$Shape} RunFigures
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.RunFigures & bondctl.v1.RunFigures.$Shape;
        }

        namespace RunFigures {

            /** Properties of a RunFigures. */
            interface $Properties {

                /** RunFigures receivedBps */
                receivedBps?: (number|null);

                /** RunFigures receivedBytes */
                receivedBytes?: (number|null);

                /** RunFigures sentBytes */
                sentBytes?: (number|null);

                /** RunFigures retransmits */
                retransmits?: (number|null);

                /** RunFigures seconds */
                seconds?: (number|null);

                /** RunFigures mss */
                mss?: (number|null);

                /** RunFigures streams */
                streams?: (bondctl.v1.StreamFigures.$Properties[]|null);

                /** RunFigures back */
                back?: (bondctl.v1.WayBack.$Properties|null);

                /** RunFigures udp */
                udp?: (bondctl.v1.UdpFigures.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunFigures. */
            type $Shape = bondctl.v1.RunFigures.$Properties;
        }

        /**
         * Properties of a StreamFigures.
         * @deprecated Use bondctl.v1.StreamFigures.$Properties instead.
         */
        interface IStreamFigures extends bondctl.v1.StreamFigures.$Properties {
        }

        /** Represents a StreamFigures. */
        class StreamFigures {

            /**
             * Constructs a new StreamFigures.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.StreamFigures.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StreamFigures sourcePort. */
            sourcePort: number;

            /** StreamFigures serverPort. */
            serverPort: number;

            /** StreamFigures sentBytes. */
            sentBytes: number;

            /**
             * Encodes the specified StreamFigures message. Does not implicitly {@link bondctl.v1.StreamFigures.verify|verify} messages.
             * @param message StreamFigures message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.StreamFigures.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StreamFigures message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.StreamFigures & bondctl.v1.StreamFigures.$Shape} StreamFigures
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.StreamFigures & bondctl.v1.StreamFigures.$Shape;
        }

        namespace StreamFigures {

            /** Properties of a StreamFigures. */
            interface $Properties {

                /** StreamFigures sourcePort */
                sourcePort?: (number|null);

                /** StreamFigures serverPort */
                serverPort?: (number|null);

                /** StreamFigures sentBytes */
                sentBytes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StreamFigures. */
            type $Shape = bondctl.v1.StreamFigures.$Properties;
        }

        /**
         * Properties of a WayBack.
         * @deprecated Use bondctl.v1.WayBack.$Properties instead.
         */
        interface IWayBack extends bondctl.v1.WayBack.$Properties {
        }

        /** Represents a WayBack. */
        class WayBack {

            /**
             * Constructs a new WayBack.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.WayBack.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WayBack receivedBps. */
            receivedBps: number;

            /** WayBack receivedBytes. */
            receivedBytes: number;

            /** WayBack sentBytes. */
            sentBytes: number;

            /** WayBack retransmits. */
            retransmits: number;

            /**
             * Encodes the specified WayBack message. Does not implicitly {@link bondctl.v1.WayBack.verify|verify} messages.
             * @param message WayBack message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.WayBack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WayBack message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.WayBack & bondctl.v1.WayBack.$Shape} WayBack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.WayBack & bondctl.v1.WayBack.$Shape;
        }

        namespace WayBack {

            /** Properties of a WayBack. */
            interface $Properties {

                /** WayBack receivedBps */
                receivedBps?: (number|null);

                /** WayBack receivedBytes */
                receivedBytes?: (number|null);

                /** WayBack sentBytes */
                sentBytes?: (number|null);

                /** WayBack retransmits */
                retransmits?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WayBack. */
            type $Shape = bondctl.v1.WayBack.$Properties;
        }

        /**
         * Properties of an UdpFigures.
         * @deprecated Use bondctl.v1.UdpFigures.$Properties instead.
         */
        interface IUdpFigures extends bondctl.v1.UdpFigures.$Properties {
        }

        /** Represents an UdpFigures. */
        class UdpFigures {

            /**
             * Constructs a new UdpFigures.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.UdpFigures.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UdpFigures packets. */
            packets: number;

            /** UdpFigures lost. */
            lost: number;

            /** UdpFigures jitterMs. */
            jitterMs: number;

            /** UdpFigures outOfOrder. */
            outOfOrder: number;

            /**
             * Encodes the specified UdpFigures message. Does not implicitly {@link bondctl.v1.UdpFigures.verify|verify} messages.
             * @param message UdpFigures message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.UdpFigures.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UdpFigures message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.UdpFigures & bondctl.v1.UdpFigures.$Shape} UdpFigures
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.UdpFigures & bondctl.v1.UdpFigures.$Shape;
        }

        namespace UdpFigures {

            /** Properties of an UdpFigures. */
            interface $Properties {

                /** UdpFigures packets */
                packets?: (number|null);

                /** UdpFigures lost */
                lost?: (number|null);

                /** UdpFigures jitterMs */
                jitterMs?: (number|null);

                /** UdpFigures outOfOrder */
                outOfOrder?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UdpFigures. */
            type $Shape = bondctl.v1.UdpFigures.$Properties;
        }

        /**
         * Properties of a RunFailed.
         * @deprecated Use bondctl.v1.RunFailed.$Properties instead.
         */
        interface IRunFailed extends bondctl.v1.RunFailed.$Properties {
        }

        /** Represents a RunFailed. */
        class RunFailed {

            /**
             * Constructs a new RunFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.RunFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunFailed fault. */
            fault: bondctl.v1.RunFault;

            /** RunFailed message. */
            message: string;

            /**
             * Encodes the specified RunFailed message. Does not implicitly {@link bondctl.v1.RunFailed.verify|verify} messages.
             * @param message RunFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.RunFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.RunFailed & bondctl.v1.RunFailed.$Shape} RunFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.RunFailed & bondctl.v1.RunFailed.$Shape;
        }

        namespace RunFailed {

            /** Properties of a RunFailed. */
            interface $Properties {

                /** RunFailed fault */
                fault?: (bondctl.v1.RunFault|null);

                /** RunFailed message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunFailed. */
            type $Shape = bondctl.v1.RunFailed.$Properties;
        }

        /**
         * Properties of a RunVerdict.
         * @deprecated Use bondctl.v1.RunVerdict.$Properties instead.
         */
        interface IRunVerdict extends bondctl.v1.RunVerdict.$Properties {
        }

        /** Represents a RunVerdict. */
        class RunVerdict {

            /**
             * Constructs a new RunVerdict.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.RunVerdict.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunVerdict figures. */
            figures?: (bondctl.v1.RunFigures.$Properties|null);

            /** RunVerdict failed. */
            failed?: (bondctl.v1.RunFailed.$Properties|null);

            /** RunVerdict verdict. */
            verdict?: ("figures"|"failed");

            /**
             * Encodes the specified RunVerdict message. Does not implicitly {@link bondctl.v1.RunVerdict.verify|verify} messages.
             * @param message RunVerdict message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.RunVerdict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunVerdict message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.RunVerdict & bondctl.v1.RunVerdict.$Shape} RunVerdict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.RunVerdict & bondctl.v1.RunVerdict.$Shape;
        }

        namespace RunVerdict {

            /** Properties of a RunVerdict. */
            interface $Properties {

                /** RunVerdict figures */
                figures?: (bondctl.v1.RunFigures.$Properties|null);

                /** RunVerdict failed */
                failed?: (bondctl.v1.RunFailed.$Properties|null);

                /** RunVerdict verdict */
                verdict?: ("figures"|"failed");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a RunVerdict. */
            type $Shape = {
              figures?: bondctl.v1.RunFigures.$Shape|null;
              failed?: bondctl.v1.RunFailed.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ verdict?: undefined; figures?: null; failed?: null }|{ verdict?: "figures"; figures: bondctl.v1.RunFigures.$Shape; failed?: null }|{ verdict?: "failed"; figures?: null; failed: bondctl.v1.RunFailed.$Shape })
            );
        }

        /**
         * Properties of a ProbeAnswer.
         * @deprecated Use bondctl.v1.ProbeAnswer.$Properties instead.
         */
        interface IProbeAnswer extends bondctl.v1.ProbeAnswer.$Properties {
        }

        /** Represents a ProbeAnswer. */
        class ProbeAnswer {

            /**
             * Constructs a new ProbeAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.ProbeAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ProbeAnswer from. */
            from?: (bondctl.v1.End.$Properties|null);

            /** ProbeAnswer to. */
            to?: (bondctl.v1.End.$Properties|null);

            /** ProbeAnswer ipBytes. */
            ipBytes: number;

            /** ProbeAnswer sent. */
            sent: number;

            /** ProbeAnswer received. */
            received: number;

            /** ProbeAnswer complaint. */
            complaint: string;

            /** ProbeAnswer identifier. */
            identifier: number;

            /**
             * Encodes the specified ProbeAnswer message. Does not implicitly {@link bondctl.v1.ProbeAnswer.verify|verify} messages.
             * @param message ProbeAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.ProbeAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ProbeAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.ProbeAnswer & bondctl.v1.ProbeAnswer.$Shape} ProbeAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.ProbeAnswer & bondctl.v1.ProbeAnswer.$Shape;
        }

        namespace ProbeAnswer {

            /** Properties of a ProbeAnswer. */
            interface $Properties {

                /** ProbeAnswer from */
                from?: (bondctl.v1.End.$Properties|null);

                /** ProbeAnswer to */
                to?: (bondctl.v1.End.$Properties|null);

                /** ProbeAnswer ipBytes */
                ipBytes?: (number|null);

                /** ProbeAnswer sent */
                sent?: (number|null);

                /** ProbeAnswer received */
                received?: (number|null);

                /** ProbeAnswer complaint */
                complaint?: (string|null);

                /** ProbeAnswer identifier */
                identifier?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ProbeAnswer. */
            type $Shape = bondctl.v1.ProbeAnswer.$Properties;
        }

        /** Disruption enum. */
        enum Disruption {

            /** DISRUPTION_UNSPECIFIED value */
            DISRUPTION_UNSPECIFIED = 0,

            /** DISRUPTION_NONE value */
            DISRUPTION_NONE = 1,

            /** DISRUPTION_PORT_FLAP value */
            DISRUPTION_PORT_FLAP = 2,

            /** DISRUPTION_BOND_DOWN value */
            DISRUPTION_BOND_DOWN = 3,

            /** DISRUPTION_BOND_REBUILT value */
            DISRUPTION_BOND_REBUILT = 4
        }

        /** FailureKind enum. */
        enum FailureKind {

            /** FAILURE_KIND_UNSPECIFIED value */
            FAILURE_KIND_UNSPECIFIED = 0,

            /** FAILURE_KIND_SNAPSHOT value */
            FAILURE_KIND_SNAPSHOT = 1,

            /** FAILURE_KIND_WATCHDOG value */
            FAILURE_KIND_WATCHDOG = 2,

            /** FAILURE_KIND_STEP value */
            FAILURE_KIND_STEP = 3,

            /** FAILURE_KIND_VERIFY value */
            FAILURE_KIND_VERIFY = 4,

            /** FAILURE_KIND_DEADLINE value */
            FAILURE_KIND_DEADLINE = 5,

            /** FAILURE_KIND_ASKED value */
            FAILURE_KIND_ASKED = 6,

            /** FAILURE_KIND_INTERRUPTED value */
            FAILURE_KIND_INTERRUPTED = 7,

            /** FAILURE_KIND_RESTORE value */
            FAILURE_KIND_RESTORE = 8
        }

        /**
         * Properties of a PlanStep.
         * @deprecated Use bondctl.v1.PlanStep.$Properties instead.
         */
        interface IPlanStep extends bondctl.v1.PlanStep.$Properties {
        }

        /** Represents a PlanStep. */
        class PlanStep {

            /**
             * Constructs a new PlanStep.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PlanStep.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlanStep createBond. */
            createBond?: (bondctl.v1.WholeBond.$Properties|null);

            /** PlanStep deleteBond. */
            deleteBond?: (bondctl.v1.WholeBond.$Properties|null);

            /** PlanStep setOption. */
            setOption?: (bondctl.v1.SetOption.$Properties|null);

            /** PlanStep setMode. */
            setMode?: (bondctl.v1.SetMode.$Properties|null);

            /** PlanStep addPort. */
            addPort?: (bondctl.v1.PortOfBond.$Properties|null);

            /** PlanStep removePort. */
            removePort?: (bondctl.v1.PortOfBond.$Properties|null);

            /** PlanStep setMtu. */
            setMtu?: (bondctl.v1.SetMtu.$Properties|null);

            /** PlanStep setMac. */
            setMac?: (bondctl.v1.SetMac.$Properties|null);

            /** PlanStep linkUp. */
            linkUp?: (bondctl.v1.Device.$Properties|null);

            /** PlanStep linkDown. */
            linkDown?: (bondctl.v1.Device.$Properties|null);

            /** PlanStep addAddress. */
            addAddress?: (bondctl.v1.DeviceAddress.$Properties|null);

            /** PlanStep removeAddress. */
            removeAddress?: (bondctl.v1.DeviceAddress.$Properties|null);

            /** PlanStep addRoute. */
            addRoute?: (bondctl.v1.DeviceRoute.$Properties|null);

            /** PlanStep removeRoute. */
            removeRoute?: (bondctl.v1.DeviceRoute.$Properties|null);

            /** PlanStep setSysctl. */
            setSysctl?: (bondctl.v1.SetSysctl.$Properties|null);

            /** PlanStep setOffload. */
            setOffload?: (bondctl.v1.SetOffload.$Properties|null);

            /** PlanStep keep. */
            keep?: (bondctl.v1.Keep.$Properties|null);

            /** PlanStep setManaged. */
            setManaged?: (bondctl.v1.SetManaged.$Properties|null);

            /** PlanStep do. */
            do_?: ("createBond"|"deleteBond"|"setOption"|"setMode"|"addPort"|"removePort"|"setMtu"|"setMac"|"linkUp"|"linkDown"|"addAddress"|"removeAddress"|"addRoute"|"removeRoute"|"setSysctl"|"setOffload"|"keep"|"setManaged");

            /**
             * Encodes the specified PlanStep message. Does not implicitly {@link bondctl.v1.PlanStep.verify|verify} messages.
             * @param message PlanStep message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PlanStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlanStep message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PlanStep & bondctl.v1.PlanStep.$Shape} PlanStep
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PlanStep & bondctl.v1.PlanStep.$Shape;
        }

        namespace PlanStep {

            /** Properties of a PlanStep. */
            interface $Properties {

                /** PlanStep createBond */
                createBond?: (bondctl.v1.WholeBond.$Properties|null);

                /** PlanStep deleteBond */
                deleteBond?: (bondctl.v1.WholeBond.$Properties|null);

                /** PlanStep setOption */
                setOption?: (bondctl.v1.SetOption.$Properties|null);

                /** PlanStep setMode */
                setMode?: (bondctl.v1.SetMode.$Properties|null);

                /** PlanStep addPort */
                addPort?: (bondctl.v1.PortOfBond.$Properties|null);

                /** PlanStep removePort */
                removePort?: (bondctl.v1.PortOfBond.$Properties|null);

                /** PlanStep setMtu */
                setMtu?: (bondctl.v1.SetMtu.$Properties|null);

                /** PlanStep setMac */
                setMac?: (bondctl.v1.SetMac.$Properties|null);

                /** PlanStep linkUp */
                linkUp?: (bondctl.v1.Device.$Properties|null);

                /** PlanStep linkDown */
                linkDown?: (bondctl.v1.Device.$Properties|null);

                /** PlanStep addAddress */
                addAddress?: (bondctl.v1.DeviceAddress.$Properties|null);

                /** PlanStep removeAddress */
                removeAddress?: (bondctl.v1.DeviceAddress.$Properties|null);

                /** PlanStep addRoute */
                addRoute?: (bondctl.v1.DeviceRoute.$Properties|null);

                /** PlanStep removeRoute */
                removeRoute?: (bondctl.v1.DeviceRoute.$Properties|null);

                /** PlanStep setSysctl */
                setSysctl?: (bondctl.v1.SetSysctl.$Properties|null);

                /** PlanStep setOffload */
                setOffload?: (bondctl.v1.SetOffload.$Properties|null);

                /** PlanStep keep */
                keep?: (bondctl.v1.Keep.$Properties|null);

                /** PlanStep setManaged */
                setManaged?: (bondctl.v1.SetManaged.$Properties|null);

                /** PlanStep do */
                do?: ("createBond"|"deleteBond"|"setOption"|"setMode"|"addPort"|"removePort"|"setMtu"|"setMac"|"linkUp"|"linkDown"|"addAddress"|"removeAddress"|"addRoute"|"removeRoute"|"setSysctl"|"setOffload"|"keep"|"setManaged");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a PlanStep. */
            type $Shape = {
              createBond?: bondctl.v1.WholeBond.$Shape|null;
              deleteBond?: bondctl.v1.WholeBond.$Shape|null;
              setOption?: bondctl.v1.SetOption.$Shape|null;
              setMode?: bondctl.v1.SetMode.$Shape|null;
              addPort?: bondctl.v1.PortOfBond.$Shape|null;
              removePort?: bondctl.v1.PortOfBond.$Shape|null;
              setMtu?: bondctl.v1.SetMtu.$Shape|null;
              setMac?: bondctl.v1.SetMac.$Shape|null;
              linkUp?: bondctl.v1.Device.$Shape|null;
              linkDown?: bondctl.v1.Device.$Shape|null;
              addAddress?: bondctl.v1.DeviceAddress.$Shape|null;
              removeAddress?: bondctl.v1.DeviceAddress.$Shape|null;
              addRoute?: bondctl.v1.DeviceRoute.$Shape|null;
              removeRoute?: bondctl.v1.DeviceRoute.$Shape|null;
              setSysctl?: bondctl.v1.SetSysctl.$Shape|null;
              setOffload?: bondctl.v1.SetOffload.$Shape|null;
              keep?: bondctl.v1.Keep.$Shape|null;
              setManaged?: bondctl.v1.SetManaged.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ "do"?: undefined; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "createBond"; createBond: bondctl.v1.WholeBond.$Shape; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "deleteBond"; createBond?: null; deleteBond: bondctl.v1.WholeBond.$Shape; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "setOption"; createBond?: null; deleteBond?: null; setOption: bondctl.v1.SetOption.$Shape; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "setMode"; createBond?: null; deleteBond?: null; setOption?: null; setMode: bondctl.v1.SetMode.$Shape; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "addPort"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort: bondctl.v1.PortOfBond.$Shape; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "removePort"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort: bondctl.v1.PortOfBond.$Shape; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "setMtu"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu: bondctl.v1.SetMtu.$Shape; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "setMac"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac: bondctl.v1.SetMac.$Shape; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "linkUp"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp: bondctl.v1.Device.$Shape; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "linkDown"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown: bondctl.v1.Device.$Shape; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "addAddress"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress: bondctl.v1.DeviceAddress.$Shape; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "removeAddress"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress: bondctl.v1.DeviceAddress.$Shape; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "addRoute"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute: bondctl.v1.DeviceRoute.$Shape; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "removeRoute"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute: bondctl.v1.DeviceRoute.$Shape; setSysctl?: null; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "setSysctl"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl: bondctl.v1.SetSysctl.$Shape; setOffload?: null; keep?: null; setManaged?: null }|{ "do"?: "setOffload"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload: bondctl.v1.SetOffload.$Shape; keep?: null; setManaged?: null }|{ "do"?: "keep"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep: bondctl.v1.Keep.$Shape; setManaged?: null }|{ "do"?: "setManaged"; createBond?: null; deleteBond?: null; setOption?: null; setMode?: null; addPort?: null; removePort?: null; setMtu?: null; setMac?: null; linkUp?: null; linkDown?: null; addAddress?: null; removeAddress?: null; addRoute?: null; removeRoute?: null; setSysctl?: null; setOffload?: null; keep?: null; setManaged: bondctl.v1.SetManaged.$Shape })
            );
        }

        /**
         * Properties of a SetManaged.
         * @deprecated Use bondctl.v1.SetManaged.$Properties instead.
         */
        interface ISetManaged extends bondctl.v1.SetManaged.$Properties {
        }

        /** Represents a SetManaged. */
        class SetManaged {

            /**
             * Constructs a new SetManaged.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.SetManaged.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetManaged device. */
            device: string;

            /** SetManaged from. */
            from: string;

            /** SetManaged to. */
            to: string;

            /**
             * Encodes the specified SetManaged message. Does not implicitly {@link bondctl.v1.SetManaged.verify|verify} messages.
             * @param message SetManaged message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.SetManaged.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetManaged message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.SetManaged & bondctl.v1.SetManaged.$Shape} SetManaged
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.SetManaged & bondctl.v1.SetManaged.$Shape;
        }

        namespace SetManaged {

            /** Properties of a SetManaged. */
            interface $Properties {

                /** SetManaged device */
                device?: (string|null);

                /** SetManaged from */
                from?: (string|null);

                /** SetManaged to */
                to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetManaged. */
            type $Shape = bondctl.v1.SetManaged.$Properties;
        }

        /**
         * Properties of a Keep.
         * @deprecated Use bondctl.v1.Keep.$Properties instead.
         */
        interface IKeep extends bondctl.v1.Keep.$Properties {
        }

        /** Represents a Keep. */
        class Keep {

            /**
             * Constructs a new Keep.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Keep.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Keep bond. */
            bond: string;

            /** Keep backend. */
            backend: string;

            /** Keep files. */
            files: string[];

            /**
             * Encodes the specified Keep message. Does not implicitly {@link bondctl.v1.Keep.verify|verify} messages.
             * @param message Keep message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Keep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Keep message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Keep & bondctl.v1.Keep.$Shape} Keep
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Keep & bondctl.v1.Keep.$Shape;
        }

        namespace Keep {

            /** Properties of a Keep. */
            interface $Properties {

                /** Keep bond */
                bond?: (string|null);

                /** Keep backend */
                backend?: (string|null);

                /** Keep files */
                files?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Keep. */
            type $Shape = bondctl.v1.Keep.$Properties;
        }

        /**
         * Properties of a WholeBond.
         * @deprecated Use bondctl.v1.WholeBond.$Properties instead.
         */
        interface IWholeBond extends bondctl.v1.WholeBond.$Properties {
        }

        /** Represents a WholeBond. */
        class WholeBond {

            /**
             * Constructs a new WholeBond.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.WholeBond.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WholeBond bond. */
            bond: string;

            /** WholeBond mode. */
            mode: bondctl.v1.BondMode;

            /** WholeBond options. */
            options: bondctl.v1.OptionValue.$Properties[];

            /**
             * Encodes the specified WholeBond message. Does not implicitly {@link bondctl.v1.WholeBond.verify|verify} messages.
             * @param message WholeBond message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.WholeBond.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WholeBond message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.WholeBond & bondctl.v1.WholeBond.$Shape} WholeBond
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.WholeBond & bondctl.v1.WholeBond.$Shape;
        }

        namespace WholeBond {

            /** Properties of a WholeBond. */
            interface $Properties {

                /** WholeBond bond */
                bond?: (string|null);

                /** WholeBond mode */
                mode?: (bondctl.v1.BondMode|null);

                /** WholeBond options */
                options?: (bondctl.v1.OptionValue.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WholeBond. */
            type $Shape = bondctl.v1.WholeBond.$Properties;
        }

        /**
         * Properties of a SetOption.
         * @deprecated Use bondctl.v1.SetOption.$Properties instead.
         */
        interface ISetOption extends bondctl.v1.SetOption.$Properties {
        }

        /** Represents a SetOption. */
        class SetOption {

            /**
             * Constructs a new SetOption.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.SetOption.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetOption bond. */
            bond: string;

            /** SetOption option. */
            option: string;

            /** SetOption from. */
            from: string;

            /** SetOption to. */
            to: string;

            /**
             * Encodes the specified SetOption message. Does not implicitly {@link bondctl.v1.SetOption.verify|verify} messages.
             * @param message SetOption message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.SetOption.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetOption message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.SetOption & bondctl.v1.SetOption.$Shape} SetOption
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.SetOption & bondctl.v1.SetOption.$Shape;
        }

        namespace SetOption {

            /** Properties of a SetOption. */
            interface $Properties {

                /** SetOption bond */
                bond?: (string|null);

                /** SetOption option */
                option?: (string|null);

                /** SetOption from */
                from?: (string|null);

                /** SetOption to */
                to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetOption. */
            type $Shape = bondctl.v1.SetOption.$Properties;
        }

        /**
         * Properties of a SetMode.
         * @deprecated Use bondctl.v1.SetMode.$Properties instead.
         */
        interface ISetMode extends bondctl.v1.SetMode.$Properties {
        }

        /** Represents a SetMode. */
        class SetMode {

            /**
             * Constructs a new SetMode.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.SetMode.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetMode bond. */
            bond: string;

            /** SetMode from. */
            from: bondctl.v1.BondMode;

            /** SetMode to. */
            to: bondctl.v1.BondMode;

            /**
             * Encodes the specified SetMode message. Does not implicitly {@link bondctl.v1.SetMode.verify|verify} messages.
             * @param message SetMode message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.SetMode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetMode message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.SetMode & bondctl.v1.SetMode.$Shape} SetMode
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.SetMode & bondctl.v1.SetMode.$Shape;
        }

        namespace SetMode {

            /** Properties of a SetMode. */
            interface $Properties {

                /** SetMode bond */
                bond?: (string|null);

                /** SetMode from */
                from?: (bondctl.v1.BondMode|null);

                /** SetMode to */
                to?: (bondctl.v1.BondMode|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetMode. */
            type $Shape = bondctl.v1.SetMode.$Properties;
        }

        /**
         * Properties of a PortOfBond.
         * @deprecated Use bondctl.v1.PortOfBond.$Properties instead.
         */
        interface IPortOfBond extends bondctl.v1.PortOfBond.$Properties {
        }

        /** Represents a PortOfBond. */
        class PortOfBond {

            /**
             * Constructs a new PortOfBond.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PortOfBond.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortOfBond bond. */
            bond: string;

            /** PortOfBond port. */
            port: string;

            /**
             * Encodes the specified PortOfBond message. Does not implicitly {@link bondctl.v1.PortOfBond.verify|verify} messages.
             * @param message PortOfBond message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PortOfBond.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortOfBond message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PortOfBond & bondctl.v1.PortOfBond.$Shape} PortOfBond
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PortOfBond & bondctl.v1.PortOfBond.$Shape;
        }

        namespace PortOfBond {

            /** Properties of a PortOfBond. */
            interface $Properties {

                /** PortOfBond bond */
                bond?: (string|null);

                /** PortOfBond port */
                port?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PortOfBond. */
            type $Shape = bondctl.v1.PortOfBond.$Properties;
        }

        /**
         * Properties of a SetMtu.
         * @deprecated Use bondctl.v1.SetMtu.$Properties instead.
         */
        interface ISetMtu extends bondctl.v1.SetMtu.$Properties {
        }

        /** Represents a SetMtu. */
        class SetMtu {

            /**
             * Constructs a new SetMtu.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.SetMtu.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetMtu device. */
            device: string;

            /** SetMtu from. */
            from: number;

            /** SetMtu to. */
            to: number;

            /**
             * Encodes the specified SetMtu message. Does not implicitly {@link bondctl.v1.SetMtu.verify|verify} messages.
             * @param message SetMtu message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.SetMtu.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetMtu message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.SetMtu & bondctl.v1.SetMtu.$Shape} SetMtu
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.SetMtu & bondctl.v1.SetMtu.$Shape;
        }

        namespace SetMtu {

            /** Properties of a SetMtu. */
            interface $Properties {

                /** SetMtu device */
                device?: (string|null);

                /** SetMtu from */
                from?: (number|null);

                /** SetMtu to */
                to?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetMtu. */
            type $Shape = bondctl.v1.SetMtu.$Properties;
        }

        /**
         * Properties of a SetMac.
         * @deprecated Use bondctl.v1.SetMac.$Properties instead.
         */
        interface ISetMac extends bondctl.v1.SetMac.$Properties {
        }

        /** Represents a SetMac. */
        class SetMac {

            /**
             * Constructs a new SetMac.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.SetMac.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetMac device. */
            device: string;

            /** SetMac from. */
            from: string;

            /** SetMac to. */
            to: string;

            /**
             * Encodes the specified SetMac message. Does not implicitly {@link bondctl.v1.SetMac.verify|verify} messages.
             * @param message SetMac message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.SetMac.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetMac message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.SetMac & bondctl.v1.SetMac.$Shape} SetMac
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.SetMac & bondctl.v1.SetMac.$Shape;
        }

        namespace SetMac {

            /** Properties of a SetMac. */
            interface $Properties {

                /** SetMac device */
                device?: (string|null);

                /** SetMac from */
                from?: (string|null);

                /** SetMac to */
                to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetMac. */
            type $Shape = bondctl.v1.SetMac.$Properties;
        }

        /**
         * Properties of a Device.
         * @deprecated Use bondctl.v1.Device.$Properties instead.
         */
        interface IDevice extends bondctl.v1.Device.$Properties {
        }

        /** Represents a Device. */
        class Device {

            /**
             * Constructs a new Device.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Device.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Device device. */
            device: string;

            /**
             * Encodes the specified Device message. Does not implicitly {@link bondctl.v1.Device.verify|verify} messages.
             * @param message Device message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Device.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Device message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Device & bondctl.v1.Device.$Shape} Device
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Device & bondctl.v1.Device.$Shape;
        }

        namespace Device {

            /** Properties of a Device. */
            interface $Properties {

                /** Device device */
                device?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Device. */
            type $Shape = bondctl.v1.Device.$Properties;
        }

        /**
         * Properties of a DeviceAddress.
         * @deprecated Use bondctl.v1.DeviceAddress.$Properties instead.
         */
        interface IDeviceAddress extends bondctl.v1.DeviceAddress.$Properties {
        }

        /** Represents a DeviceAddress. */
        class DeviceAddress {

            /**
             * Constructs a new DeviceAddress.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.DeviceAddress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceAddress device. */
            device: string;

            /** DeviceAddress cidr. */
            cidr: string;

            /**
             * Encodes the specified DeviceAddress message. Does not implicitly {@link bondctl.v1.DeviceAddress.verify|verify} messages.
             * @param message DeviceAddress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.DeviceAddress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceAddress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.DeviceAddress & bondctl.v1.DeviceAddress.$Shape} DeviceAddress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.DeviceAddress & bondctl.v1.DeviceAddress.$Shape;
        }

        namespace DeviceAddress {

            /** Properties of a DeviceAddress. */
            interface $Properties {

                /** DeviceAddress device */
                device?: (string|null);

                /** DeviceAddress cidr */
                cidr?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceAddress. */
            type $Shape = bondctl.v1.DeviceAddress.$Properties;
        }

        /**
         * Properties of a DeviceRoute.
         * @deprecated Use bondctl.v1.DeviceRoute.$Properties instead.
         */
        interface IDeviceRoute extends bondctl.v1.DeviceRoute.$Properties {
        }

        /** Represents a DeviceRoute. */
        class DeviceRoute {

            /**
             * Constructs a new DeviceRoute.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.DeviceRoute.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeviceRoute device. */
            device: string;

            /** DeviceRoute family. */
            family: bondctl.v1.Family;

            /** DeviceRoute route. */
            route: string;

            /**
             * Encodes the specified DeviceRoute message. Does not implicitly {@link bondctl.v1.DeviceRoute.verify|verify} messages.
             * @param message DeviceRoute message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.DeviceRoute.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeviceRoute message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.DeviceRoute & bondctl.v1.DeviceRoute.$Shape} DeviceRoute
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.DeviceRoute & bondctl.v1.DeviceRoute.$Shape;
        }

        namespace DeviceRoute {

            /** Properties of a DeviceRoute. */
            interface $Properties {

                /** DeviceRoute device */
                device?: (string|null);

                /** DeviceRoute family */
                family?: (bondctl.v1.Family|null);

                /** DeviceRoute route */
                route?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeviceRoute. */
            type $Shape = bondctl.v1.DeviceRoute.$Properties;
        }

        /**
         * Properties of a SetSysctl.
         * @deprecated Use bondctl.v1.SetSysctl.$Properties instead.
         */
        interface ISetSysctl extends bondctl.v1.SetSysctl.$Properties {
        }

        /** Represents a SetSysctl. */
        class SetSysctl {

            /**
             * Constructs a new SetSysctl.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.SetSysctl.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetSysctl name. */
            name: string;

            /** SetSysctl from. */
            from: string;

            /** SetSysctl to. */
            to: string;

            /**
             * Encodes the specified SetSysctl message. Does not implicitly {@link bondctl.v1.SetSysctl.verify|verify} messages.
             * @param message SetSysctl message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.SetSysctl.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetSysctl message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.SetSysctl & bondctl.v1.SetSysctl.$Shape} SetSysctl
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.SetSysctl & bondctl.v1.SetSysctl.$Shape;
        }

        namespace SetSysctl {

            /** Properties of a SetSysctl. */
            interface $Properties {

                /** SetSysctl name */
                name?: (string|null);

                /** SetSysctl from */
                from?: (string|null);

                /** SetSysctl to */
                to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetSysctl. */
            type $Shape = bondctl.v1.SetSysctl.$Properties;
        }

        /**
         * Properties of a SetOffload.
         * @deprecated Use bondctl.v1.SetOffload.$Properties instead.
         */
        interface ISetOffload extends bondctl.v1.SetOffload.$Properties {
        }

        /** Represents a SetOffload. */
        class SetOffload {

            /**
             * Constructs a new SetOffload.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.SetOffload.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetOffload device. */
            device: string;

            /** SetOffload offload. */
            offload: string;

            /** SetOffload from. */
            from: string;

            /** SetOffload to. */
            to: string;

            /**
             * Encodes the specified SetOffload message. Does not implicitly {@link bondctl.v1.SetOffload.verify|verify} messages.
             * @param message SetOffload message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.SetOffload.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetOffload message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.SetOffload & bondctl.v1.SetOffload.$Shape} SetOffload
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.SetOffload & bondctl.v1.SetOffload.$Shape;
        }

        namespace SetOffload {

            /** Properties of a SetOffload. */
            interface $Properties {

                /** SetOffload device */
                device?: (string|null);

                /** SetOffload offload */
                offload?: (string|null);

                /** SetOffload from */
                from?: (string|null);

                /** SetOffload to */
                to?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetOffload. */
            type $Shape = bondctl.v1.SetOffload.$Properties;
        }

        /**
         * Properties of a PlannedStep.
         * @deprecated Use bondctl.v1.PlannedStep.$Properties instead.
         */
        interface IPlannedStep extends bondctl.v1.PlannedStep.$Properties {
        }

        /** Represents a PlannedStep. */
        class PlannedStep {

            /**
             * Constructs a new PlannedStep.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PlannedStep.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlannedStep step. */
            step?: (bondctl.v1.PlanStep.$Properties|null);

            /** PlannedStep disruption. */
            disruption: bondctl.v1.Disruption;

            /** PlannedStep sentence. */
            sentence: string;

            /** PlannedStep loses. */
            loses: string[];

            /**
             * Encodes the specified PlannedStep message. Does not implicitly {@link bondctl.v1.PlannedStep.verify|verify} messages.
             * @param message PlannedStep message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PlannedStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlannedStep message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PlannedStep & bondctl.v1.PlannedStep.$Shape} PlannedStep
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PlannedStep & bondctl.v1.PlannedStep.$Shape;
        }

        namespace PlannedStep {

            /** Properties of a PlannedStep. */
            interface $Properties {

                /** PlannedStep step */
                step?: (bondctl.v1.PlanStep.$Properties|null);

                /** PlannedStep disruption */
                disruption?: (bondctl.v1.Disruption|null);

                /** PlannedStep sentence */
                sentence?: (string|null);

                /** PlannedStep loses */
                loses?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlannedStep. */
            type $Shape = {
              step?: bondctl.v1.PlanStep.$Shape|null;
              disruption?: bondctl.v1.Disruption|null;
              sentence?: string|null;
              loses?: string[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a Refusal.
         * @deprecated Use bondctl.v1.Refusal.$Properties instead.
         */
        interface IRefusal extends bondctl.v1.Refusal.$Properties {
        }

        /** Represents a Refusal. */
        class Refusal {

            /**
             * Constructs a new Refusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Refusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refusal subject. */
            subject: string;

            /** Refusal message. */
            message: string;

            /**
             * Encodes the specified Refusal message. Does not implicitly {@link bondctl.v1.Refusal.verify|verify} messages.
             * @param message Refusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Refusal & bondctl.v1.Refusal.$Shape} Refusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Refusal & bondctl.v1.Refusal.$Shape;
        }

        namespace Refusal {

            /** Properties of a Refusal. */
            interface $Properties {

                /** Refusal subject */
                subject?: (string|null);

                /** Refusal message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refusal. */
            type $Shape = bondctl.v1.Refusal.$Properties;
        }

        /**
         * Properties of a HostPlan.
         * @deprecated Use bondctl.v1.HostPlan.$Properties instead.
         */
        interface IHostPlan extends bondctl.v1.HostPlan.$Properties {
        }

        /** Represents a HostPlan. */
        class HostPlan {

            /**
             * Constructs a new HostPlan.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.HostPlan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostPlan steps. */
            steps: bondctl.v1.PlannedStep.$Properties[];

            /** HostPlan refusals. */
            refusals: bondctl.v1.Refusal.$Properties[];

            /** HostPlan notes. */
            notes: string[];

            /** HostPlan basis. */
            basis: string;

            /**
             * Encodes the specified HostPlan message. Does not implicitly {@link bondctl.v1.HostPlan.verify|verify} messages.
             * @param message HostPlan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.HostPlan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostPlan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.HostPlan & bondctl.v1.HostPlan.$Shape} HostPlan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.HostPlan & bondctl.v1.HostPlan.$Shape;
        }

        namespace HostPlan {

            /** Properties of a HostPlan. */
            interface $Properties {

                /** HostPlan steps */
                steps?: (bondctl.v1.PlannedStep.$Properties[]|null);

                /** HostPlan refusals */
                refusals?: (bondctl.v1.Refusal.$Properties[]|null);

                /** HostPlan notes */
                notes?: (string[]|null);

                /** HostPlan basis */
                basis?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostPlan. */
            type $Shape = {
              steps?: bondctl.v1.PlannedStep.$Shape[]|null;
              refusals?: bondctl.v1.Refusal.$Shape[]|null;
              notes?: string[]|null;
              basis?: string|null;
              $unknowns?: Uint8Array[];
            };
        }

        /**
         * Properties of a Verification.
         * @deprecated Use bondctl.v1.Verification.$Properties instead.
         */
        interface IVerification extends bondctl.v1.Verification.$Properties {
        }

        /** Represents a Verification. */
        class Verification {

            /**
             * Constructs a new Verification.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Verification.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Verification differences. */
            differences: bondctl.v1.Difference.$Properties[];

            /** Verification bonds. */
            bonds: bondctl.v1.BondState.$Properties[];

            /** Verification state. */
            state?: (bondctl.v1.HostState.$Properties|null);

            /**
             * Encodes the specified Verification message. Does not implicitly {@link bondctl.v1.Verification.verify|verify} messages.
             * @param message Verification message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Verification.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Verification message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Verification & bondctl.v1.Verification.$Shape} Verification
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Verification & bondctl.v1.Verification.$Shape;
        }

        namespace Verification {

            /** Properties of a Verification. */
            interface $Properties {

                /** Verification differences */
                differences?: (bondctl.v1.Difference.$Properties[]|null);

                /** Verification bonds */
                bonds?: (bondctl.v1.BondState.$Properties[]|null);

                /** Verification state */
                state?: (bondctl.v1.HostState.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Verification. */
            type $Shape = bondctl.v1.Verification.$Properties;
        }

        /**
         * Properties of a Failure.
         * @deprecated Use bondctl.v1.Failure.$Properties instead.
         */
        interface IFailure extends bondctl.v1.Failure.$Properties {
        }

        /** Represents a Failure. */
        class Failure {

            /**
             * Constructs a new Failure.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Failure.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Failure kind. */
            kind: bondctl.v1.FailureKind;

            /** Failure message. */
            message: string;

            /**
             * Encodes the specified Failure message. Does not implicitly {@link bondctl.v1.Failure.verify|verify} messages.
             * @param message Failure message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Failure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Failure message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Failure & bondctl.v1.Failure.$Shape} Failure
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Failure & bondctl.v1.Failure.$Shape;
        }

        namespace Failure {

            /** Properties of a Failure. */
            interface $Properties {

                /** Failure kind */
                kind?: (bondctl.v1.FailureKind|null);

                /** Failure message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Failure. */
            type $Shape = bondctl.v1.Failure.$Properties;
        }

        /**
         * Properties of a TxOutcome.
         * @deprecated Use bondctl.v1.TxOutcome.$Properties instead.
         */
        interface ITxOutcome extends bondctl.v1.TxOutcome.$Properties {
        }

        /** Represents a TxOutcome. */
        class TxOutcome {

            /**
             * Constructs a new TxOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.TxOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TxOutcome prepared. */
            prepared?: (bondctl.v1.PreparedTx.$Properties|null);

            /** TxOutcome awaitingConfirm. */
            awaitingConfirm?: (bondctl.v1.Verification.$Properties|null);

            /** TxOutcome committed. */
            committed?: (bondctl.v1.CommittedTx.$Properties|null);

            /** TxOutcome rolledBack. */
            rolledBack?: (bondctl.v1.Failure.$Properties|null);

            /** TxOutcome stuck. */
            stuck?: (bondctl.v1.StuckTx.$Properties|null);

            /** TxOutcome phase. */
            phase?: ("prepared"|"awaitingConfirm"|"committed"|"rolledBack"|"stuck");

            /**
             * Encodes the specified TxOutcome message. Does not implicitly {@link bondctl.v1.TxOutcome.verify|verify} messages.
             * @param message TxOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.TxOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TxOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.TxOutcome & bondctl.v1.TxOutcome.$Shape} TxOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.TxOutcome & bondctl.v1.TxOutcome.$Shape;
        }

        namespace TxOutcome {

            /** Properties of a TxOutcome. */
            interface $Properties {

                /** TxOutcome prepared */
                prepared?: (bondctl.v1.PreparedTx.$Properties|null);

                /** TxOutcome awaitingConfirm */
                awaitingConfirm?: (bondctl.v1.Verification.$Properties|null);

                /** TxOutcome committed */
                committed?: (bondctl.v1.CommittedTx.$Properties|null);

                /** TxOutcome rolledBack */
                rolledBack?: (bondctl.v1.Failure.$Properties|null);

                /** TxOutcome stuck */
                stuck?: (bondctl.v1.StuckTx.$Properties|null);

                /** TxOutcome phase */
                phase?: ("prepared"|"awaitingConfirm"|"committed"|"rolledBack"|"stuck");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a TxOutcome. */
            type $Shape = {
              prepared?: bondctl.v1.PreparedTx.$Shape|null;
              awaitingConfirm?: bondctl.v1.Verification.$Shape|null;
              committed?: bondctl.v1.CommittedTx.$Shape|null;
              rolledBack?: bondctl.v1.Failure.$Shape|null;
              stuck?: bondctl.v1.StuckTx.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ phase?: undefined; prepared?: null; awaitingConfirm?: null; committed?: null; rolledBack?: null; stuck?: null }|{ phase?: "prepared"; prepared: bondctl.v1.PreparedTx.$Shape; awaitingConfirm?: null; committed?: null; rolledBack?: null; stuck?: null }|{ phase?: "awaitingConfirm"; prepared?: null; awaitingConfirm: bondctl.v1.Verification.$Shape; committed?: null; rolledBack?: null; stuck?: null }|{ phase?: "committed"; prepared?: null; awaitingConfirm?: null; committed: bondctl.v1.CommittedTx.$Shape; rolledBack?: null; stuck?: null }|{ phase?: "rolledBack"; prepared?: null; awaitingConfirm?: null; committed?: null; rolledBack: bondctl.v1.Failure.$Shape; stuck?: null }|{ phase?: "stuck"; prepared?: null; awaitingConfirm?: null; committed?: null; rolledBack?: null; stuck: bondctl.v1.StuckTx.$Shape })
            );
        }

        /**
         * Properties of a PreparedTx.
         * @deprecated Use bondctl.v1.PreparedTx.$Properties instead.
         */
        interface IPreparedTx extends bondctl.v1.PreparedTx.$Properties {
        }

        /** Represents a PreparedTx. */
        class PreparedTx {

            /**
             * Constructs a new PreparedTx.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PreparedTx.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PreparedTx deadlineInMs. */
            deadlineInMs: number;

            /**
             * Encodes the specified PreparedTx message. Does not implicitly {@link bondctl.v1.PreparedTx.verify|verify} messages.
             * @param message PreparedTx message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PreparedTx.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreparedTx message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PreparedTx & bondctl.v1.PreparedTx.$Shape} PreparedTx
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PreparedTx & bondctl.v1.PreparedTx.$Shape;
        }

        namespace PreparedTx {

            /** Properties of a PreparedTx. */
            interface $Properties {

                /** PreparedTx deadlineInMs */
                deadlineInMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PreparedTx. */
            type $Shape = bondctl.v1.PreparedTx.$Properties;
        }

        /**
         * Properties of a CommittedTx.
         * @deprecated Use bondctl.v1.CommittedTx.$Properties instead.
         */
        interface ICommittedTx extends bondctl.v1.CommittedTx.$Properties {
        }

        /** Represents a CommittedTx. */
        class CommittedTx {

            /**
             * Constructs a new CommittedTx.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.CommittedTx.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified CommittedTx message. Does not implicitly {@link bondctl.v1.CommittedTx.verify|verify} messages.
             * @param message CommittedTx message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.CommittedTx.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommittedTx message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.CommittedTx & bondctl.v1.CommittedTx.$Shape} CommittedTx
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.CommittedTx & bondctl.v1.CommittedTx.$Shape;
        }

        namespace CommittedTx {

            /** Properties of a CommittedTx. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommittedTx. */
            type $Shape = bondctl.v1.CommittedTx.$Properties;
        }

        /**
         * Properties of a StuckTx.
         * @deprecated Use bondctl.v1.StuckTx.$Properties instead.
         */
        interface IStuckTx extends bondctl.v1.StuckTx.$Properties {
        }

        /** Represents a StuckTx. */
        class StuckTx {

            /**
             * Constructs a new StuckTx.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.StuckTx.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StuckTx why. */
            why?: (bondctl.v1.Failure.$Properties|null);

            /** StuckTx differences. */
            differences: bondctl.v1.Difference.$Properties[];

            /**
             * Encodes the specified StuckTx message. Does not implicitly {@link bondctl.v1.StuckTx.verify|verify} messages.
             * @param message StuckTx message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.StuckTx.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StuckTx message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.StuckTx & bondctl.v1.StuckTx.$Shape} StuckTx
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.StuckTx & bondctl.v1.StuckTx.$Shape;
        }

        namespace StuckTx {

            /** Properties of a StuckTx. */
            interface $Properties {

                /** StuckTx why */
                why?: (bondctl.v1.Failure.$Properties|null);

                /** StuckTx differences */
                differences?: (bondctl.v1.Difference.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StuckTx. */
            type $Shape = bondctl.v1.StuckTx.$Properties;
        }

        /**
         * Properties of a TcpVitals.
         * @deprecated Use bondctl.v1.TcpVitals.$Properties instead.
         */
        interface ITcpVitals extends bondctl.v1.TcpVitals.$Properties {
        }

        /** Represents a TcpVitals. */
        class TcpVitals {

            /**
             * Constructs a new TcpVitals.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.TcpVitals.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TcpVitals retransSegs. */
            retransSegs: number;

            /** TcpVitals outSegs. */
            outSegs: number;

            /** TcpVitals inSegs. */
            inSegs: number;

            /** TcpVitals dsackRecv. */
            dsackRecv: number;

            /** TcpVitals sackReorder. */
            sackReorder: number;

            /** TcpVitals tsReorder. */
            tsReorder: number;

            /** TcpVitals timeouts. */
            timeouts: number;

            /** TcpVitals mtuProbeFail. */
            mtuProbeFail: number;

            /** TcpVitals lostRetransmit. */
            lostRetransmit: number;

            /** TcpVitals fastRetrans. */
            fastRetrans: number;

            /** TcpVitals dsackRecvSegs. */
            dsackRecvSegs: number;

            /**
             * Encodes the specified TcpVitals message. Does not implicitly {@link bondctl.v1.TcpVitals.verify|verify} messages.
             * @param message TcpVitals message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.TcpVitals.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TcpVitals message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.TcpVitals & bondctl.v1.TcpVitals.$Shape} TcpVitals
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.TcpVitals & bondctl.v1.TcpVitals.$Shape;
        }

        namespace TcpVitals {

            /** Properties of a TcpVitals. */
            interface $Properties {

                /** TcpVitals retransSegs */
                retransSegs?: (number|null);

                /** TcpVitals outSegs */
                outSegs?: (number|null);

                /** TcpVitals inSegs */
                inSegs?: (number|null);

                /** TcpVitals dsackRecv */
                dsackRecv?: (number|null);

                /** TcpVitals sackReorder */
                sackReorder?: (number|null);

                /** TcpVitals tsReorder */
                tsReorder?: (number|null);

                /** TcpVitals timeouts */
                timeouts?: (number|null);

                /** TcpVitals mtuProbeFail */
                mtuProbeFail?: (number|null);

                /** TcpVitals lostRetransmit */
                lostRetransmit?: (number|null);

                /** TcpVitals fastRetrans */
                fastRetrans?: (number|null);

                /** TcpVitals dsackRecvSegs */
                dsackRecvSegs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TcpVitals. */
            type $Shape = bondctl.v1.TcpVitals.$Properties;
        }

        /**
         * Properties of a SoftnetVitals.
         * @deprecated Use bondctl.v1.SoftnetVitals.$Properties instead.
         */
        interface ISoftnetVitals extends bondctl.v1.SoftnetVitals.$Properties {
        }

        /** Represents a SoftnetVitals. */
        class SoftnetVitals {

            /**
             * Constructs a new SoftnetVitals.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.SoftnetVitals.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SoftnetVitals dropped. */
            dropped: number;

            /** SoftnetVitals squeezed. */
            squeezed: number;

            /**
             * Encodes the specified SoftnetVitals message. Does not implicitly {@link bondctl.v1.SoftnetVitals.verify|verify} messages.
             * @param message SoftnetVitals message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.SoftnetVitals.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SoftnetVitals message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.SoftnetVitals & bondctl.v1.SoftnetVitals.$Shape} SoftnetVitals
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.SoftnetVitals & bondctl.v1.SoftnetVitals.$Shape;
        }

        namespace SoftnetVitals {

            /** Properties of a SoftnetVitals. */
            interface $Properties {

                /** SoftnetVitals dropped */
                dropped?: (number|null);

                /** SoftnetVitals squeezed */
                squeezed?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SoftnetVitals. */
            type $Shape = bondctl.v1.SoftnetVitals.$Properties;
        }

        /**
         * Properties of a CpuLoad.
         * @deprecated Use bondctl.v1.CpuLoad.$Properties instead.
         */
        interface ICpuLoad extends bondctl.v1.CpuLoad.$Properties {
        }

        /** Represents a CpuLoad. */
        class CpuLoad {

            /**
             * Constructs a new CpuLoad.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.CpuLoad.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CpuLoad cpu. */
            cpu: number;

            /** CpuLoad busyPercent. */
            busyPercent: number;

            /** CpuLoad softirqPercent. */
            softirqPercent: number;

            /**
             * Encodes the specified CpuLoad message. Does not implicitly {@link bondctl.v1.CpuLoad.verify|verify} messages.
             * @param message CpuLoad message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.CpuLoad.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CpuLoad message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.CpuLoad & bondctl.v1.CpuLoad.$Shape} CpuLoad
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.CpuLoad & bondctl.v1.CpuLoad.$Shape;
        }

        namespace CpuLoad {

            /** Properties of a CpuLoad. */
            interface $Properties {

                /** CpuLoad cpu */
                cpu?: (number|null);

                /** CpuLoad busyPercent */
                busyPercent?: (number|null);

                /** CpuLoad softirqPercent */
                softirqPercent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CpuLoad. */
            type $Shape = bondctl.v1.CpuLoad.$Properties;
        }

        /**
         * Properties of a PortVitals.
         * @deprecated Use bondctl.v1.PortVitals.$Properties instead.
         */
        interface IPortVitals extends bondctl.v1.PortVitals.$Properties {
        }

        /** Represents a PortVitals. */
        class PortVitals {

            /**
             * Constructs a new PortVitals.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.PortVitals.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PortVitals name. */
            name: string;

            /** PortVitals rxErrors. */
            rxErrors: number;

            /** PortVitals txErrors. */
            txErrors: number;

            /** PortVitals rxDropped. */
            rxDropped: number;

            /** PortVitals txDropped. */
            txDropped: number;

            /** PortVitals rxCrcErrors. */
            rxCrcErrors: number;

            /** PortVitals rxMissedErrors. */
            rxMissedErrors: number;

            /** PortVitals rxFifoErrors. */
            rxFifoErrors: number;

            /** PortVitals carrierChanges. */
            carrierChanges: number;

            /**
             * Encodes the specified PortVitals message. Does not implicitly {@link bondctl.v1.PortVitals.verify|verify} messages.
             * @param message PortVitals message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.PortVitals.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PortVitals message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.PortVitals & bondctl.v1.PortVitals.$Shape} PortVitals
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.PortVitals & bondctl.v1.PortVitals.$Shape;
        }

        namespace PortVitals {

            /** Properties of a PortVitals. */
            interface $Properties {

                /** PortVitals name */
                name?: (string|null);

                /** PortVitals rxErrors */
                rxErrors?: (number|null);

                /** PortVitals txErrors */
                txErrors?: (number|null);

                /** PortVitals rxDropped */
                rxDropped?: (number|null);

                /** PortVitals txDropped */
                txDropped?: (number|null);

                /** PortVitals rxCrcErrors */
                rxCrcErrors?: (number|null);

                /** PortVitals rxMissedErrors */
                rxMissedErrors?: (number|null);

                /** PortVitals rxFifoErrors */
                rxFifoErrors?: (number|null);

                /** PortVitals carrierChanges */
                carrierChanges?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PortVitals. */
            type $Shape = bondctl.v1.PortVitals.$Properties;
        }

        /**
         * Properties of a HostVitals.
         * @deprecated Use bondctl.v1.HostVitals.$Properties instead.
         */
        interface IHostVitals extends bondctl.v1.HostVitals.$Properties {
        }

        /** Represents a HostVitals. */
        class HostVitals {

            /**
             * Constructs a new HostVitals.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.HostVitals.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostVitals tcp. */
            tcp?: (bondctl.v1.TcpVitals.$Properties|null);

            /** HostVitals softnet. */
            softnet?: (bondctl.v1.SoftnetVitals.$Properties|null);

            /** HostVitals cpus. */
            cpus: bondctl.v1.CpuLoad.$Properties[];

            /** HostVitals meanBusyPercent. */
            meanBusyPercent: number;

            /** HostVitals meanSoftirqPercent. */
            meanSoftirqPercent: number;

            /** HostVitals ports. */
            ports: bondctl.v1.PortVitals.$Properties[];

            /**
             * Encodes the specified HostVitals message. Does not implicitly {@link bondctl.v1.HostVitals.verify|verify} messages.
             * @param message HostVitals message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.HostVitals.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostVitals message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.HostVitals & bondctl.v1.HostVitals.$Shape} HostVitals
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.HostVitals & bondctl.v1.HostVitals.$Shape;
        }

        namespace HostVitals {

            /** Properties of a HostVitals. */
            interface $Properties {

                /** HostVitals tcp */
                tcp?: (bondctl.v1.TcpVitals.$Properties|null);

                /** HostVitals softnet */
                softnet?: (bondctl.v1.SoftnetVitals.$Properties|null);

                /** HostVitals cpus */
                cpus?: (bondctl.v1.CpuLoad.$Properties[]|null);

                /** HostVitals meanBusyPercent */
                meanBusyPercent?: (number|null);

                /** HostVitals meanSoftirqPercent */
                meanSoftirqPercent?: (number|null);

                /** HostVitals ports */
                ports?: (bondctl.v1.PortVitals.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostVitals. */
            type $Shape = bondctl.v1.HostVitals.$Properties;
        }

        /**
         * Properties of a RttFigures.
         * @deprecated Use bondctl.v1.RttFigures.$Properties instead.
         */
        interface IRttFigures extends bondctl.v1.RttFigures.$Properties {
        }

        /** Represents a RttFigures. */
        class RttFigures {

            /**
             * Constructs a new RttFigures.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.RttFigures.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RttFigures p50Ms. */
            p50Ms: number;

            /** RttFigures p99Ms. */
            p99Ms: number;

            /** RttFigures count. */
            count: number;

            /** RttFigures lost. */
            lost: number;

            /** RttFigures minMs. */
            minMs: number;

            /** RttFigures p25Ms. */
            p25Ms: number;

            /** RttFigures p75Ms. */
            p75Ms: number;

            /**
             * Encodes the specified RttFigures message. Does not implicitly {@link bondctl.v1.RttFigures.verify|verify} messages.
             * @param message RttFigures message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.RttFigures.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RttFigures message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.RttFigures & bondctl.v1.RttFigures.$Shape} RttFigures
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.RttFigures & bondctl.v1.RttFigures.$Shape;
        }

        namespace RttFigures {

            /** Properties of a RttFigures. */
            interface $Properties {

                /** RttFigures p50Ms */
                p50Ms?: (number|null);

                /** RttFigures p99Ms */
                p99Ms?: (number|null);

                /** RttFigures count */
                count?: (number|null);

                /** RttFigures lost */
                lost?: (number|null);

                /** RttFigures minMs */
                minMs?: (number|null);

                /** RttFigures p25Ms */
                p25Ms?: (number|null);

                /** RttFigures p75Ms */
                p75Ms?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RttFigures. */
            type $Shape = bondctl.v1.RttFigures.$Properties;
        }

        /**
         * Properties of a Latency.
         * @deprecated Use bondctl.v1.Latency.$Properties instead.
         */
        interface ILatency extends bondctl.v1.Latency.$Properties {
        }

        /** Represents a Latency. */
        class Latency {

            /**
             * Constructs a new Latency.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Latency.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Latency idle. */
            idle?: (bondctl.v1.RttFigures.$Properties|null);

            /** Latency loaded. */
            loaded?: (bondctl.v1.RttFigures.$Properties|null);

            /**
             * Encodes the specified Latency message. Does not implicitly {@link bondctl.v1.Latency.verify|verify} messages.
             * @param message Latency message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Latency.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Latency message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Latency & bondctl.v1.Latency.$Shape} Latency
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Latency & bondctl.v1.Latency.$Shape;
        }

        namespace Latency {

            /** Properties of a Latency. */
            interface $Properties {

                /** Latency idle */
                idle?: (bondctl.v1.RttFigures.$Properties|null);

                /** Latency loaded */
                loaded?: (bondctl.v1.RttFigures.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Latency. */
            type $Shape = bondctl.v1.Latency.$Properties;
        }

        /**
         * Properties of an Offloads.
         * @deprecated Use bondctl.v1.Offloads.$Properties instead.
         */
        interface IOffloads extends bondctl.v1.Offloads.$Properties {
        }

        /** Represents an Offloads. */
        class Offloads {

            /**
             * Constructs a new Offloads.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.Offloads.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Offloads tso. */
            tso: boolean;

            /** Offloads gso. */
            gso: boolean;

            /** Offloads gro. */
            gro: boolean;

            /**
             * Encodes the specified Offloads message. Does not implicitly {@link bondctl.v1.Offloads.verify|verify} messages.
             * @param message Offloads message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.Offloads.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Offloads message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.Offloads & bondctl.v1.Offloads.$Shape} Offloads
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.Offloads & bondctl.v1.Offloads.$Shape;
        }

        namespace Offloads {

            /** Properties of an Offloads. */
            interface $Properties {

                /** Offloads tso */
                tso?: (boolean|null);

                /** Offloads gso */
                gso?: (boolean|null);

                /** Offloads gro */
                gro?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Offloads. */
            type $Shape = bondctl.v1.Offloads.$Properties;
        }

        /**
         * Properties of an InterfaceSurroundings.
         * @deprecated Use bondctl.v1.InterfaceSurroundings.$Properties instead.
         */
        interface IInterfaceSurroundings extends bondctl.v1.InterfaceSurroundings.$Properties {
        }

        /** Represents an InterfaceSurroundings. */
        class InterfaceSurroundings {

            /**
             * Constructs a new InterfaceSurroundings.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.InterfaceSurroundings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InterfaceSurroundings name. */
            name: string;

            /** InterfaceSurroundings driver. */
            driver: string;

            /** InterfaceSurroundings offloads. */
            offloads?: (bondctl.v1.Offloads.$Properties|null);

            /**
             * Encodes the specified InterfaceSurroundings message. Does not implicitly {@link bondctl.v1.InterfaceSurroundings.verify|verify} messages.
             * @param message InterfaceSurroundings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.InterfaceSurroundings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InterfaceSurroundings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.InterfaceSurroundings & bondctl.v1.InterfaceSurroundings.$Shape} InterfaceSurroundings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.InterfaceSurroundings & bondctl.v1.InterfaceSurroundings.$Shape;
        }

        namespace InterfaceSurroundings {

            /** Properties of an InterfaceSurroundings. */
            interface $Properties {

                /** InterfaceSurroundings name */
                name?: (string|null);

                /** InterfaceSurroundings driver */
                driver?: (string|null);

                /** InterfaceSurroundings offloads */
                offloads?: (bondctl.v1.Offloads.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InterfaceSurroundings. */
            type $Shape = bondctl.v1.InterfaceSurroundings.$Properties;
        }

        /**
         * Properties of a HostSurroundings.
         * @deprecated Use bondctl.v1.HostSurroundings.$Properties instead.
         */
        interface IHostSurroundings extends bondctl.v1.HostSurroundings.$Properties {
        }

        /** Represents a HostSurroundings. */
        class HostSurroundings {

            /**
             * Constructs a new HostSurroundings.
             * @param [properties] Properties to set
             */
            constructor(properties?: bondctl.v1.HostSurroundings.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostSurroundings kernel. */
            kernel: string;

            /** HostSurroundings interfaces. */
            interfaces: bondctl.v1.InterfaceSurroundings.$Properties[];

            /**
             * Encodes the specified HostSurroundings message. Does not implicitly {@link bondctl.v1.HostSurroundings.verify|verify} messages.
             * @param message HostSurroundings message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: bondctl.v1.HostSurroundings.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostSurroundings message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {bondctl.v1.HostSurroundings & bondctl.v1.HostSurroundings.$Shape} HostSurroundings
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): bondctl.v1.HostSurroundings & bondctl.v1.HostSurroundings.$Shape;
        }

        namespace HostSurroundings {

            /** Properties of a HostSurroundings. */
            interface $Properties {

                /** HostSurroundings kernel */
                kernel?: (string|null);

                /** HostSurroundings interfaces */
                interfaces?: (bondctl.v1.InterfaceSurroundings.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostSurroundings. */
            type $Shape = bondctl.v1.HostSurroundings.$Properties;
        }
    }
}
