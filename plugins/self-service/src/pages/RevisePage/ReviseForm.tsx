// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Flex,
  Text,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import {
  AskedChanges,
  LeaveQuestion,
  LoadError,
  NotAllowed,
  PlanView,
  Section,
} from '@fairway/requests-react';
import { useOwnSource } from '../../source';
import { selfServiceTranslationRef } from '../../translation';
import { asTitle } from '../../words';
import { BackLink } from './BackLink';
import { FileField } from './FileField';
import { OtherAnswers } from './OtherAnswers';
import styles from './RevisePage.module.css';
import { RevisionPreview } from './RevisionPreview';
import { useRevision } from './useRevision';

/** The text of a change to edit, beside what it would become. */
export const ReviseForm = (props: {
  request: RequestDetail;
  /** Loads the request as it is now; what was typed stays. */
  onReload: () => void;
}) => {
  const { request, onReload } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const source = useOwnSource();
  const state = useRevision(request);
  const { revision, change, previewing, sending, guard, hasFiles } = state;
  const { allowed, because } = request.actions.revise;
  const loadAnew = () => {
    state.forgetError();
    onReload();
  };
  const isDraft = request.decision === 'draft';
  const isSeen = !!state.preview && !state.isOutdated && !previewing.error;
  const wasPushed = request.risks.some(
    ({ code }) => code === 'pushed-by-people',
  );
  return (
    <Flex direction="column" gap="5">
      <Flex direction="column" gap="2">
        <Text as="h2" variant="title-small">
          {t('revise.title', {
            number: String(request.number),
            title: request.title,
          })}
        </Text>
        <Text as="p" className={styles.intro}>
          {t(isDraft ? 'revise.draftText' : 'revise.text')}
        </Text>
      </Flex>
      <AskedChanges request={request} />
      {wasPushed && <Alert status="warning" icon title={t('revise.pushed')} />}
      {!allowed && (
        <NotAllowed title={t('revise.notAllowed')}>
          {because} {t('revise.notAllowedAnyMore')}
        </NotAllowed>
      )}
      {state.isOvertaken && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('revise.overtaken.title')}
          description={
            <Flex direction="column" gap="3" align="start">
              <div>{t('revise.overtaken.text')}</div>
              <details className={styles.theirs}>
                <summary>{t('revise.overtaken.theirs')}</summary>
                <PlanView view={request.view} />
              </details>
              <Button
                size="small"
                variant="secondary"
                onPress={state.startOver}
              >
                {t('revise.overtaken.take')}
              </Button>
            </Flex>
          }
        />
      )}
      <div className={styles.layout}>
        <div className={styles.column}>
          <Section title={t('revise.files')}>
            <ul className={styles.files}>
              {revision.files.map((file, index) => (
                <FileField
                  key={file.path}
                  file={file}
                  onChange={changed =>
                    change({ files: revision.files.with(index, changed) })
                  }
                />
              ))}
            </ul>
            {!hasFiles && (
              <Text as="p" role="status">
                {t('revise.noFiles')}
              </Text>
            )}
          </Section>
          <Section title={t('revise.words')}>
            <TextAreaField
              label={t('revise.description')}
              rows={3}
              value={revision.description}
              onChange={description => change({ description })}
            />
            {Object.entries(revision.attributes).map(([name, value]) => (
              <TextField
                key={name}
                label={asTitle(name)}
                value={value}
                onChange={text =>
                  change({
                    attributes: { ...revision.attributes, [name]: text },
                  })
                }
              />
            ))}
          </Section>
          {sending.error && (
            <Flex direction="column" gap="3" align="start">
              <LoadError
                error={sending.error}
                title={t('revise.failed')}
                notAllowedTitle={t('revise.notAllowed')}
                onRetry={state.isMoved ? loadAnew : state.send}
              />
              <Text as="p">
                {t(state.isMoved ? 'revise.moved' : 'revise.kept')}
              </Text>
            </Flex>
          )}
          <div
            className={styles.actions}
            role="group"
            aria-label={t('revise.actions')}
          >
            <Button
              variant={isSeen ? 'secondary' : 'primary'}
              isDisabled={!hasFiles}
              isPending={previewing.isPending}
              onPress={state.showDiff}
            >
              {t('revise.showDiff')}
            </Button>
            <Button
              variant={isSeen ? 'primary' : 'secondary'}
              isDisabled={!allowed || !hasFiles || !state.isChanged}
              isPending={sending.isPending}
              onPress={state.send}
            >
              {t(isDraft ? 'revise.saveDraft' : 'revise.send')}
            </Button>
            <BackLink requestId={request.id} />
          </div>
          <OtherAnswers request={request} />
        </div>
        <div className={styles.column}>
          <RevisionPreview
            source={source}
            request={request}
            preview={state.preview}
            error={previewing.error}
            isPending={previewing.isPending}
            isOutdated={state.isOutdated}
            onRetry={state.showDiff}
          />
        </div>
      </div>
      <LeaveQuestion guard={guard} />
    </Flex>
  );
};
