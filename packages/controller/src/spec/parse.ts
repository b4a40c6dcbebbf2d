import type { Mistake } from '@bondctl/proto/model/error';
import { failure, isNonEmpty, type NonEmpty, type Result, success } from '@bondctl/proto/model/result';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { reportSharedAddresses } from './bond-addresses.ts';
import { desiresOf, healedOf, readBonds } from './bonds.ts';
import { openDocument, type SpecDocument } from './document.ts';
import { reportDisagreements, reportSharedEnds } from './ends.ts';
import { readHosts } from './hosts.ts';
import { readLinks } from './links.ts';
import { readRules } from './rules.ts';
import { clusterShape, readFields } from './shape.ts';
import { readUplinks } from './uplinks.ts';

/**
 * Reads a cluster.yaml. Either everything in it is right and it comes back expanded (selectors and meshes resolved to
 * hosts and ends), or every mistake comes back at once, in the order of the text. Never throws.
 */
export function parseSpec(text: string, file: string): Result<ClusterSpec, NonEmpty<Mistake>> {
  const page = openDocument(text, file);
  const spec = page.root === undefined ? undefined : readCluster(page);
  const mistakes = page.mistakes();
  if (isNonEmpty(mistakes)) return failure(mistakes);
  if (spec !== undefined) return success(spec);
  return failure([{ file, line: 1, column: 1, path: '', message: 'this text could not be read' }]);
}

function readCluster(page: SpecDocument): ClusterSpec {
  const cluster = readFields(page, [], clusterShape, page.root);
  const hosts = readHosts(page, cluster.hosts ?? {});
  if (cluster.hosts !== undefined && hosts.names.length === 0)
    page.report(['hosts'], 'there is no host here; name at least one');
  const bonds = readBonds(page, cluster.bonds ?? {}, hosts);
  reportSharedAddresses(page, bonds.list);
  const links = readLinks(page, cluster.links ?? {}, { hosts, bonds });
  reportDisagreements(page, links.list);
  reportSharedEnds(page, links.list);
  return {
    hosts: hosts.list,
    desires: desiresOf(hosts, bonds),
    links: links.list.map((draft) => draft.link),
    meshes: links.meshes,
    uplinks: readUplinks(page, cluster.uplinks ?? {}, hosts),
    heal: healedOf(hosts, bonds),
    rollout: readRules(page, cluster.rollout, { links, hosts }),
  };
}
