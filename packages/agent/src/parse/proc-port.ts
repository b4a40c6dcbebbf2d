import type { LacpSide, PortLacp, PortState } from '@bondctl/proto/model/bond';
import { parseIfName } from '@bondctl/proto/model/names';
import type { Problem } from '@bondctl/proto/model/result';
import { problem } from './lines.ts';
import {
  duplexAt,
  type FieldReader,
  hardwareAddressAt,
  integerAt,
  integerOrNotAvailableAt,
  miiStatusAt,
  type Section,
  speedAt,
  textAt,
} from './proc-fields.ts';
import type { PortSections } from './proc-sections.ts';

function lacpSide(section: Section | null, keyName: string, problems: Problem[]): LacpSide | null {
  if (section === null) return null;
  const from = { section, problems };
  return {
    systemPriority: integerAt(from, 'system priority'),
    systemMac: hardwareAddressAt(from, 'system mac address'),
    portKey: integerAt(from, keyName),
    portPriority: integerAt(from, 'port priority'),
    portNumber: integerAt(from, 'port number'),
    portState: integerAt(from, 'port state'),
  };
}

const lacpKeys = ['Aggregator ID', 'Actor Churn State', 'Partner Churn State'];

function speaksLacp({ port, actor, partner }: PortSections): boolean {
  return actor !== null || partner !== null || lacpKeys.some((key) => port.fields.has(key));
}

function portLacp(sections: PortSections, from: FieldReader): PortLacp | null {
  if (!speaksLacp(sections)) return null;
  return {
    aggregatorId: integerOrNotAvailableAt(from, 'Aggregator ID'),
    actorChurn: textAt(from, 'Actor Churn State'),
    partnerChurn: textAt(from, 'Partner Churn State'),
    actorChurnedCount: integerAt(from, 'Actor Churned Count'),
    partnerChurnedCount: integerAt(from, 'Partner Churned Count'),
    actor: lacpSide(sections.actor, 'port key', from.problems),
    partner: lacpSide(sections.partner, 'oper key', from.problems),
  };
}

/** One port; none, with a problem, when its name is not one. */
export function toPort(sections: PortSections, problems: Problem[]): readonly PortState[] {
  const name = parseIfName(sections.port.fields.get('Slave Interface')?.value ?? '');
  if (!name.ok) {
    problems.push(problem(sections.port.line, name.error));
    return [];
  }
  const from = { section: sections.port, problems };
  const port: PortState = {
    name: name.value,
    miiStatus: miiStatusAt(from),
    speedMbps: speedAt(from, 'Speed'),
    duplex: duplexAt(from, 'Duplex'),
    linkFailureCount: integerAt(from, 'Link Failure Count') ?? 0,
    permanentMac: hardwareAddressAt(from, 'Permanent HW addr'),
    queueId: integerAt(from, 'Slave queue ID'),
    // No driver prints it: netlink alone has it.
    priority: null,
    lacp: portLacp(sections, from),
  };
  return [port];
}
