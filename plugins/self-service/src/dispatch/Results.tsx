// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type { DispatchOutputs } from '@fairway/backstage-plugin-self-service-common';
import { ScrollTable } from '@fairway/requests-react';
import { Fact, Facts } from '../change/Fact';
import { selfServiceTranslationRef } from '../translation';

const isAddress = (text: unknown): text is string =>
  typeof text === 'string' && /^https?:\/\//i.test(text);

/** A value as a link where it is an address; whatever else a receiver says is text. */
const Value = (props: { value: unknown; title?: string }) => {
  const { value, title = String(value) } = props;
  return isAddress(value) ? (
    <Link href={value} target="_blank" rel="noopener noreferrer">
      {title}
    </Link>
  ) : (
    <>{title}</>
  );
};

/** What the receiver reported: its run, its results, what it made. */
export const Results = (props: { outputs: DispatchOutputs }) => {
  const { entity, result, runUrl } = props.outputs;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  if (!entity && !result && !runUrl) {
    return <Text as="p">{t('dispatch.nothing')}</Text>;
  }
  return (
    <Flex direction="column" gap="3">
      <Facts>
        {runUrl && (
          <Fact label={t('dispatch.run')}>
            <Value value={runUrl} title={t('dispatch.runLink')} />
          </Fact>
        )}
        {entity && (
          <Fact label={t('dispatch.made')}>
            {entity.title ?? entity.type}
            {entity.links?.map(({ title, url }) => (
              <Text as="p" key={url}>
                <Value value={url} title={title} />
              </Text>
            ))}
          </Fact>
        )}
      </Facts>
      {result && (
        <ScrollTable
          label={t('dispatch.results')}
          columns={[t('dispatch.name'), t('dispatch.value')]}
        >
          {Object.entries(result).map(([name, value]) => (
            <tr key={name}>
              <td>{name}</td>
              <td>
                <Value value={value} />
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </Flex>
  );
};
