/** What `pypi-attestations`, the reader of PyPI and its clients, makes of provenance objects. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const python = path.join(process.env['LARDER_TEST_PYTHON_CLIENTS'] ?? '/nowhere', 'python');

export function hasAttestationReader(): boolean {
  if (!existsSync(python)) return false;
  try {
    execFileSync(python, ['-c', 'import pypi_attestations'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface ReadBundle {
  readonly kind: string;
  readonly statements: readonly unknown[];
}

/**
 * Reads many texts in one process. Returns the bundles of each, or null if the reader rejects it. The kinds of publishers
 * are open (PEP 740), but the reader has only those of PyPI, so it reads a publisher only of such a kind.
 */
export function readProvenance(texts: readonly string[]): (readonly ReadBundle[] | null)[] {
  const replies: unknown = JSON.parse(
    execFileSync(python, ['-c', PROGRAM], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }),
  );
  return replies as (readonly ReadBundle[] | null)[];
}

const PROGRAM = `
import json, sys
from cryptography import x509
from pypi_attestations import Attestation, Provenance
def read(text):
    try:
        value = json.loads(text)
        if value["attestation_bundles"][0]["publisher"]["kind"] == "GitHub":
            Provenance.model_validate_json(text)
        assert value["version"] == 1
        bundles = []
        for bundle in value["attestation_bundles"]:
            attestations = [Attestation.model_validate_json(json.dumps(one)) for one in bundle["attestations"]]
            for one in attestations:
                x509.load_der_x509_certificate(one.verification_material.certificate)
            statements = [one.statement for one in attestations]
            bundles.append({"kind": bundle["publisher"]["kind"], "statements": statements})
        return bundles
    except Exception:
        return None
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;
