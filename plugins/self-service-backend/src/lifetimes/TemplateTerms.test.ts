// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TemplateTerms } from './TemplateTerms';

const USUAL = { warn: ['P2D', 'PT2H'], grace: 'P1D' };
const REF = 'template:default/try';

const termsOf = (lifetime?: JsonObject) => {
  const logger = mockServices.logger.mock();
  const terms = TemplateTerms.create({
    auth: mockServices.auth(),
    logger,
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'scaffolder.backstage.io/v1beta3',
          kind: 'Template',
          metadata: { name: 'try', namespace: 'default' },
          spec: {
            selfService: {
              operation: 'create',
              category: 'Environments',
              ...(lifetime && { lifetime }),
            },
          },
        },
      ],
    }),
  });
  return { terms, logger };
};

describe('TemplateTerms', () => {
  it('takes warnings and grace from the template', async () => {
    const said = { warn: ['PT1H'], grace: 'PT4H' };
    const { terms } = termsOf({ default: 'P3D', ...said });
    expect(await terms.of(REF)).toEqual(said);
  });

  it('are the usual without a template, without its words, and for one that is gone', async () => {
    const { terms } = termsOf();
    expect(await terms.of(undefined)).toEqual(USUAL);
    expect(await terms.of(REF)).toEqual(USUAL);
    expect(await terms.of('template:default/gone')).toEqual(USUAL);
    const { terms: half } = termsOf({ default: 'P3D', grace: 'PT4H' });
    expect(await half.of(REF)).toEqual({ ...USUAL, grace: 'PT4H' });
  });

  it('are the usual where the template cannot be read, which is logged', async () => {
    const { terms, logger } = termsOf({ default: 'P3D', warn: ['soon'] });
    expect(await terms.of(REF)).toEqual(USUAL);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(REF),
      expect.objectContaining({ problem: expect.stringContaining('soon') }),
    );
  });
});
