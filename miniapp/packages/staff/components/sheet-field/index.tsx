import { Field as TextField } from '../../../../components/field';
import { useApi } from '../../../../hooks/use-api';
import type { Draft, StaffAction, Ticket } from '../../actions/draft';
import type { Field } from '../../actions/forms';
import { demandOf } from '../../actions/missing';
import { AssistDraft } from '../assist';
import { CannedSentences } from '../canned-sentences';
import { ChoiceList } from '../choice-list';
import { PhotoInput } from '../photo-input';
import { TicketSearch } from '../ticket-search';

interface SheetFieldProps {
  field: Field;
  action: StaffAction;
  ticket: Ticket;
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  problem?: string;
}

/** Actions whose words the resident reads. */
const toResident = new Set<StaffAction>(['handle', 'reject', 'pause']);

/** One thing a sheet asks, drawn by its kind. */
export function SheetField(props: SheetFieldProps) {
  const { field, action, ticket, draft, onChange, problem } = props;
  switch (field.kind) {
    case 'words':
      return (
        <>
          <CannedSentences
            ticketId={ticket.id}
            action={action}
            onPick={(text) => onChange({ words: join(draft.words, text) })}
          />
          {toResident.has(action) && (
            <AssistDraft
              about={{ ticketId: ticket.id }}
              written={draft.words}
              onDraft={(drafted) => onChange({ words: drafted.slice(0, field.max) })}
            />
          )}
          <TextField
            label={field.label}
            value={draft.words}
            onChange={(words) => onChange({ words })}
            placeholder={field.placeholder}
            max={field.max}
            problem={problem}
            long
          />
        </>
      );
    case 'whereTo':
      return (
        <TextField
          label={field.label}
          value={draft.whereTo}
          onChange={(whereTo) => onChange({ whereTo })}
          placeholder={field.placeholder}
          max={field.max}
          problem={problem}
        />
      );
    case 'unit':
      return <UnitField {...props} />;
    case 'colleague':
      return <ColleagueField {...props} />;
    case 'assist': {
      const mine = ticket.assists.filter(({ mayFinish }) => mayFinish);
      const choices = mine.map(({ id, unitName, request }) => ({ key: id, name: request, hint: unitName }));
      return (
        <ChoiceList
          label={field.label}
          choices={choices}
          chosen={draft.assistId}
          onChoose={(assistId) => onChange({ assistId })}
          problem={problem}
        />
      );
    }
    case 'ticket':
      return (
        <TicketSearch
          label={field.label}
          except={ticket.id}
          chosen={draft.intoId}
          onChoose={(intoId) => onChange({ intoId })}
          problem={problem}
        />
      );
    case 'photos':
      return <PhotosField {...props} />;
  }
}

/** A canned sentence goes after what is written already, never over it. */
const join = (written: string, sentence: string) => (written.trim() ? `${written.trim()}\n${sentence}` : sentence);

function PhotosField({ field, action, ticket, draft, onChange, problem }: SheetFieldProps) {
  const before = draft.photos.filter(({ role }) => role === 'BEFORE');
  const after = draft.photos.filter(({ role }) => role !== 'BEFORE');
  return (
    <>
      {demandOf(action, ticket).beforeNeeded && (
        <PhotoInput
          label="处理前照片（居民没有发）"
          side="BEFORE"
          photos={before}
          onChange={(photos) => onChange({ photos: [...photos, ...after] })}
        />
      )}
      <PhotoInput
        label={field.label}
        side="AFTER"
        photos={after}
        onChange={(photos) => onChange({ photos: [...before, ...photos] })}
        problem={problem}
      />
    </>
  );
}

function UnitField({ field, ticket, draft, onChange, problem }: SheetFieldProps) {
  const { data } = useApi('workbench.units', { ticketId: ticket.id });
  const choices = (data?.items ?? []).map(({ code, name, kind }) => ({ key: code, name, hint: kind }));
  return (
    <ChoiceList
      label={field.label}
      choices={choices}
      chosen={draft.unitCode}
      onChoose={(unitCode) => onChange({ unitCode })}
      problem={problem}
    />
  );
}

function ColleagueField({ field, ticket, draft, onChange, problem }: SheetFieldProps) {
  const { data } = useApi('workbench.colleagues', { ticketId: ticket.id });
  const choices = (data?.items ?? []).map(({ id, name, role, openCount }) => ({
    key: id,
    name,
    hint: `${role} · 在办 ${openCount} 件`,
  }));
  return (
    <ChoiceList
      label={field.label}
      choices={choices}
      chosen={draft.personId}
      onChoose={(personId) => onChange({ personId })}
      problem={problem}
    />
  );
}
