import { gateOf } from '../../../services/shared/contracts/flow.ts'
import type { Phase } from '../../../services/shared/contracts/words.ts'
import { gatedInBare, nextPhase, phases } from '../phase-names.ts'

/**
 * The flow written by hand for PostgreSQL: a schema for each service, and a function for each command, so that a
 * command is one round trip and one transaction - state with its version checked, history, journal entry, outbox rows,
 * inbox row, stored answer. Functions answer `{ status, body, out }`; `out` is what now stands in the outbox.
 */

const common = `
create schema flow;
create schema journal;
create table flow.outbox (id uuid primary key, target text not null, event jsonb not null);
create table journal.head (case_id uuid primary key, entries int not null, hash text not null);
create table journal.entry (case_id uuid, sequence int, entry text not null, hash text not null, primary key (case_id, sequence));

create function journal.append(of_case uuid, event text, recorded_at text) returns void language plpgsql as $$
declare
  last record;
  entry text;
  new_hash text;
begin
  select entries, hash into last from journal.head where case_id = of_case for update;
  if not found then
    insert into journal.head values (of_case, 0, repeat('0', 64));
    select 0 as entries, repeat('0', 64) as hash into last;
  end if;
  entry := '{"event":' || event || ',"previousHash":"' || last.hash || '","recordedAt":"' || recorded_at
    || '","sequence":' || last.entries + 1 || '}';
  new_hash := encode(sha256(convert_to(entry, 'UTF8')), 'hex');
  insert into journal.entry values (of_case, last.entries + 1, entry, new_hash);
  update journal.head set entries = last.entries + 1, hash = new_hash where case_id = of_case;
end $$;

create function journal.read(of_case uuid) returns jsonb language sql as $$
  select jsonb_build_object('entries', coalesce(jsonb_agg(jsonb_build_object('text', entry, 'hash', hash) order by sequence), '[]'))
  from journal.entry where case_id = of_case
$$;

create function flow.answer(status int, body jsonb, sent jsonb default '[]') returns jsonb language sql immutable as $$
  select jsonb_build_object('status', status, 'body', body, 'out', sent)
$$;

create function flow.emit(source text, kind text, of_case uuid, phase text, actor text, at text, data jsonb, targets text[])
returns jsonb language plpgsql as $$
declare
  event jsonb := jsonb_strip_nulls(jsonb_build_object(
    'specversion', '1.0', 'id', gen_random_uuid(), 'source', '/services/' || source, 'type', 'se.behovsflodet.' || kind || '.v1',
    'subject', of_case, 'time', at, 'datacontenttype', 'application/json', 'phase', phase, 'actor', actor)) || jsonb_build_object('data', data);
  row_id uuid;
  target text;
  sent jsonb := '[]';
begin
  perform journal.append(of_case, event::text, at);
  foreach target in array targets loop
    row_id := gen_random_uuid();
    insert into flow.outbox values (row_id, target, event);
    sent := sent || jsonb_build_object('id', row_id, 'target', target, 'event', event);
  end loop;
  return sent;
end $$;
`

/** Every service has what makes a request or a message count once. */
const once = (service: string): string => `
create schema ${service};
create table ${service}.inbox (event_id uuid primary key, consumed_at timestamptz not null default now());
create table ${service}.idempotency (key text primary key, answer jsonb not null);

create function ${service}.first_answer(k text) returns jsonb language sql as $$
  select answer from ${service}.idempotency where key = k
$$;
create function ${service}.keep(k text, answer jsonb) returns jsonb language sql as $$
  insert into ${service}.idempotency values (k, answer || '{"out":[]}') returning $2
$$;
`

const ideasOnly = `
create table ideas.submission (id uuid primary key, status text not null, body jsonb not null);
create table ideas.counter (year int primary key, last int not null);
insert into ideas.counter values (2026, 0);

create function ideas.submit(k text, id uuid, body jsonb, actor text, at text) returns jsonb language plpgsql as $$
declare answer jsonb := ideas.first_answer(k);
begin
  if answer is not null then return answer; end if;
  insert into ideas.submission values (id, 'submitted', body);
  perform flow.emit('ideas', 'idea-submitted', id, 'ideas', actor, at, jsonb_build_object('ideaId', id, 'title', body->>'title'), '{}');
  return ideas.keep(k, flow.answer(201, jsonb_build_object('ideaId', id)));
end $$;

create function ideas.accept(k text, id_ uuid, organisation text, actor text, at text) returns jsonb language plpgsql as $$
declare
  answer jsonb := ideas.first_answer(k);
  title text;
  header jsonb;
  number int;
begin
  if answer is not null then return answer; end if;
  update ideas.submission set status = 'accepted' where id = id_ and status = 'submitted' returning body->>'title' into title;
  if not found then return flow.answer(409, '{"code":"ideaAlreadyTriaged"}'); end if;
  update ideas.counter set last = last + 1 where year = 2026 returning last into number;
  header := jsonb_build_object('caseId', id_, 'caseNumber', 'KLM-2026-' || lpad(number::text, 4, '0'), 'title', title, 'organisation', organisation);
  perform flow.emit('ideas', 'idea-accepted', id_, 'ideas', actor, at, jsonb_build_object('case', header), '{}');
  return ideas.keep(k, flow.answer(201, jsonb_build_object('caseId', id_), ideas.receive(id_, header, '{}', actor, at)));
end $$;
`

const phaseSchema = (phase: Phase): string => {
  const next = nextPhase(phase)
  const gate = gateOf[phase]
  const isGated = gatedInBare.includes(phase)
  return `
${once(phase)}
create table ${phase}.record (
  case_id uuid primary key, version int not null, status text not null, header jsonb not null, dossier jsonb not null,
  round int not null default 0, assignee text, opinions jsonb not null default '[]', assessment jsonb, hands_over jsonb, digest text
);
create table ${phase}.section (
  case_id uuid, key text, version int not null, status text not null, content text not null, digest text not null,
  saved_at text not null, saved_by text not null, primary key (case_id, key)
);
create table ${phase}.history (case_id uuid, kind text, version int, body text not null, saved_at text, saved_by text, primary key (case_id, kind, version));

create function ${phase}.receive(of_case uuid, header jsonb, dossier jsonb, actor text, at text) returns jsonb language plpgsql as $$
begin
  insert into ${phase}.record (case_id, version, status, header, dossier) values (of_case, 1, 'received', header, dossier);
  return flow.emit('${phase}', 'case-received', of_case, '${phase}', actor, at, jsonb_build_object('case', header, 'phase', '${phase}'), '{benefits}');
end $$;

create function ${phase}.assign(k text, of_case uuid, actor text, at text) returns jsonb language plpgsql as $$
declare
  answer jsonb := ${phase}.first_answer(k);
  now_at int;
begin
  if answer is not null then return answer; end if;
  update ${phase}.record set version = version + 1, status = 'inProgress', assignee = actor
    where case_id = of_case and status = 'received' returning version into now_at;
  if not found then return flow.answer(409, '{"code":"wrongStatus"}'); end if;
  perform flow.emit('${phase}', 'case-assigned', of_case, '${phase}', actor, at, jsonb_build_object('phase', '${phase}', 'assignee', actor), '{}');
  return ${phase}.keep(k, flow.answer(200, jsonb_build_object('version', now_at)));
end $$;

create function ${phase}.save_section(of_case uuid, of_key text, expected int, new_status text, new_content text, new_digest text, actor text, at text)
returns jsonb language plpgsql as $$
declare
  found_version int;
begin
  perform 1 from ${phase}.record where case_id = of_case and status in ('inProgress', 'handedOver') for update;
  if not found then return flow.answer(409, '{"code":"recordLocked"}'); end if;
  select version into found_version from ${phase}.section where case_id = of_case and key = of_key;
  if coalesce(found_version, 0) <> expected then return flow.answer(412, '{"code":"staleVersion"}'); end if;
  insert into ${phase}.section values (of_case, of_key, expected + 1, new_status, new_content, new_digest, at, actor)
    on conflict (case_id, key) do update set version = excluded.version, status = excluded.status, content = excluded.content,
      digest = excluded.digest, saved_at = excluded.saved_at, saved_by = excluded.saved_by;
  insert into ${phase}.history values (of_case, of_key, expected + 1, new_content, at, actor);
  update ${phase}.record set version = version + 1 where case_id = of_case;
  perform flow.emit('${phase}', 'section-saved', of_case, '${phase}', actor, at, jsonb_build_object(
    'phase', '${phase}', 'section', of_key, 'version', expected + 1, 'status', new_status, 'digest', new_digest), '{}');
  return flow.answer(200, jsonb_build_object('version', expected + 1));
end $$;

create function ${phase}.ask_opinion(k text, of_case uuid, unit text, question text, actor text, at text) returns jsonb language plpgsql as $$
declare
  answer jsonb := ${phase}.first_answer(k);
  opinion uuid := gen_random_uuid();
  asked ${phase}.record;
begin
  if answer is not null then return answer; end if;
  update ${phase}.record set version = version + 1,
    opinions = opinions || jsonb_build_object('id', opinion, 'unit', unit, 'question', question, 'askedAt', at, 'askedBy', actor)
    where case_id = of_case and status = 'inProgress' returning * into asked;
  if not found then return flow.answer(409, '{"code":"recordLocked"}'); end if;
  perform flow.emit('${phase}', 'opinion-requested', of_case, '${phase}', actor, at,
    jsonb_build_object('phase', '${phase}', 'opinionId', opinion, 'unit', unit, 'question', question), '{}');
  return ${phase}.keep(k, flow.answer(201, jsonb_build_object('version', asked.version, 'opinions', asked.opinions)));
end $$;

create function ${phase}.answer_opinion(k text, of_case uuid, opinion text, given text, comment text, actor text, at text) returns jsonb language plpgsql as $$
declare
  answer jsonb := ${phase}.first_answer(k);
  place int;
  answered ${phase}.record;
begin
  if answer is not null then return answer; end if;
  select position - 1 into place from ${phase}.record, jsonb_array_elements(opinions) with ordinality as one(value, position)
    where case_id = of_case and value->>'id' = opinion and value->>'answer' is null;
  if not found then return flow.answer(409, '{"code":"opinionAlreadyAnswered"}'); end if;
  update ${phase}.record set version = version + 1,
    opinions = jsonb_set(opinions, array[place::text], opinions->place || jsonb_build_object('answer', given, 'comment', comment, 'answeredAt', at, 'answeredBy', actor))
    where case_id = of_case and status = 'inProgress' and opinions->place->>'answer' is null returning * into answered;
  if not found then return flow.answer(409, '{"code":"recordLocked"}'); end if;
  perform flow.emit('${phase}', 'opinion-given', of_case, '${phase}', actor, at,
    jsonb_build_object('phase', '${phase}', 'opinionId', opinion, 'unit', answered.opinions->place->>'unit', 'answer', given), '{}');
  return ${phase}.keep(k, flow.answer(201, jsonb_build_object('version', answered.version, 'opinions', answered.opinions)));
end $$;

create function ${phase}.read_case(of_case uuid) returns jsonb language sql as $$
  select coalesce(
    (select flow.answer(200, jsonb_build_object('version', version, 'status', status, 'case', header, 'opinions', opinions,
      'assessment', assessment, 'dossier', dossier, 'sections',
      (select jsonb_agg(jsonb_build_object('key', key, 'version', version, 'status', status)) from ${phase}.section s where s.case_id = of_case)))
      from ${phase}.record where case_id = of_case),
    flow.answer(404, '{"code":"caseNotFound"}'))
$$;

create function ${phase}.request_decision(k text, of_case uuid, expected int, judged jsonb, actor text, at text) returns jsonb language plpgsql as $$
declare
  answer jsonb := ${phase}.first_answer(k);
  before ${phase}.record;
  evidence jsonb;
  evidence_digest text;
begin
  if answer is not null then return answer; end if;
  select * into before from ${phase}.record where case_id = of_case for update;
  if not found or before.status <> 'inProgress' then return flow.answer(409, '{"code":"wrongStatus"}'); end if;
  if before.version <> expected then return flow.answer(412, '{"code":"staleVersion"}'); end if;
  evidence := jsonb_build_object('case', before.header, 'phase', '${phase}', 'gate', '${gate}', 'round', before.round + 1,
    'frozenAt', at, 'frozenBy', actor, 'opinions', before.opinions, 'assessment', before.assessment, 'criteria', judged->'criteria',
    'sections', (select jsonb_agg(jsonb_build_object('key', key, 'status', status, 'version', version, 'digest', digest) order by key)
      from ${phase}.section where case_id = of_case));
  evidence_digest := encode(sha256(convert_to(evidence::text, 'UTF8')), 'hex');
  update ${phase}.record set version = version + 1, status = 'awaitingDecision', round = round + 1,
    digest = evidence_digest, hands_over = judged->'handsOver' where case_id = of_case;
  insert into ${phase}.history values (of_case, 'evidence', before.round + 1, evidence::text, at, actor);
  return ${phase}.keep(k, flow.answer(202, jsonb_build_object('version', before.version + 1),
    flow.emit('${phase}', 'decision-requested', of_case, '${phase}', actor, at, jsonb_build_object(
      'requestId', of_case || '-${gate}-' || before.round + 1, 'evidence', evidence, 'digest', evidence_digest), '{gates,benefits}')));
end $$;

create function ${phase}.decided(event jsonb, at text) returns jsonb language plpgsql as $$
declare
  of_case uuid := (event->>'subject')::uuid;
  decision jsonb := event->'data'->'decision';
  outcome text := decision->'ruling'->>'outcome';
  before ${phase}.record;
begin
  select * into before from ${phase}.record where case_id = of_case for update;
  if before.status <> 'awaitingDecision' or before.round <> (event->'data'->>'round')::int or before.digest <> decision->>'evidenceDigest'
    then return '[]'; end if;
  update ${phase}.record set version = version + 1, status = case outcome when 'go' then 'handedOver' else 'inProgress' end where case_id = of_case;
  if outcome = 'revise' then
    return flow.emit('${phase}', 'case-returned', of_case, '${phase}', event->>'actor', at,
      jsonb_build_object('phase', '${phase}', 'round', before.round, 'why', 'revised', 'missing', decision->'ruling'->'missing'), '{benefits}');
  end if;
  ${
    next
      ? `return flow.emit('${phase}', 'case-handed-over', of_case, '${next}', event->>'actor', at, jsonb_build_object('case', before.header,
      'from', '${phase}', 'to', '${next}', 'dossier', before.dossier || jsonb_build_object('${phase}', before.hands_over)), '{${next}}');`
      : `return flow.emit('${phase}', 'case-completed', of_case, '${phase}', event->>'actor', at, jsonb_build_object('phase', '${phase}'), '{benefits}');`
  }
end $$;

create table ${phase}.bare (case_id uuid primary key, version int not null, status text not null, body text not null);
create table ${phase}.audit (case_id uuid, name text, at text not null, actor text not null, primary key (case_id, name));

create function ${phase}.bare_enter(of_case uuid, carried text, at text) returns jsonb language plpgsql as $$
begin
  insert into ${phase}.bare values (of_case, 1, '${isGated ? 'waiting' : 'handedOver'}', carried);
  insert into ${phase}.audit values (of_case, 'entered', at, 'system');
  ${isGated || !next ? `return '[]';` : `return ${phase}.bare_hand_over(of_case, carried);`}
end $$;

create function ${phase}.bare_hand_over(of_case uuid, carried text) returns jsonb language plpgsql as $$
declare
  row_id uuid := gen_random_uuid();
  event jsonb := jsonb_build_object('id', gen_random_uuid(), 'type', 'bench-handed-over', 'subject', of_case, 'data', carried);
begin
  insert into flow.outbox values (row_id, '${next}', event);
  return jsonb_build_array(jsonb_build_object('id', row_id, 'target', '${next}', 'event', event));
end $$;

create function ${phase}.bare_start(k text, of_case uuid, carried text, at text) returns jsonb language plpgsql as $$
declare answer jsonb := ${phase}.first_answer(k);
begin
  if answer is not null then return answer; end if;
  return ${phase}.keep(k, flow.answer(201, jsonb_build_object('caseId', of_case), ${phase}.bare_enter(of_case, carried, at)));
end $$;

create function ${phase}.bare_decide(k text, of_case uuid, carried text, at text) returns jsonb language plpgsql as $$
declare answer jsonb := ${phase}.first_answer(k);
begin
  if answer is not null then return answer; end if;
  update ${phase}.bare set version = 2, status = 'handedOver', body = carried where case_id = of_case and version = 1 and status = 'waiting';
  if not found then return flow.answer(409, '{"code":"notOpenYet"}'); end if;
  insert into ${phase}.audit values (of_case, 'decided', at, 'human');
  return ${phase}.keep(k, flow.answer(202, '{"version":2}', ${phase}.bare_hand_over(of_case, carried)));
end $$;

create function ${phase}.bare_audit(of_case uuid) returns jsonb language sql as $$
  select flow.answer(200, jsonb_build_object('entries', coalesce(jsonb_agg(jsonb_build_object('name', name, 'phase', '${phase}', 'time', at)), '[]')))
  from ${phase}.audit where case_id = of_case
$$;

create function ${phase}.consume(row_id uuid, event jsonb, at text) returns jsonb language plpgsql as $$
declare
  of_case uuid := (event->>'subject')::uuid;
  data jsonb := event->'data';
  sent jsonb := '[]';
begin
  delete from flow.outbox where id = row_id;
  insert into ${phase}.inbox values ((event->>'id')::uuid) on conflict do nothing;
  if not found then return sent; end if;
  case event->>'type'
    when 'se.behovsflodet.case-handed-over.v1' then
      sent := ${phase}.receive(of_case, data->'case', data->'dossier', event->>'actor', at);
    when 'se.behovsflodet.assessment-completed.v1' then
      update ${phase}.record set version = version + 1, assessment = data->'snapshot' where case_id = of_case and status = 'inProgress';
    when 'se.behovsflodet.decision-made.v1' then
      sent := ${phase}.decided(event, at);
    when 'bench-handed-over' then
      sent := ${phase}.bare_enter(of_case, data #>> '{}', at);
  end case;
  return sent;
end $$;
`
}

const gates = `
${once('gates')}
create table gates.request (
  request_id text primary key, case_id uuid not null, phase text not null, gate text not null, round int not null, version int not null,
  status text not null, evidence jsonb not null, digest text not null, decision jsonb
);

create function gates.consume(row_id uuid, event jsonb, at text) returns jsonb language plpgsql as $$
declare
  evidence jsonb := event->'data'->'evidence';
begin
  delete from flow.outbox where id = row_id;
  insert into gates.inbox values ((event->>'id')::uuid) on conflict do nothing;
  if not found then return '[]'; end if;
  insert into gates.request values (event->'data'->>'requestId', (event->>'subject')::uuid, evidence->>'phase', evidence->>'gate',
    (evidence->>'round')::int, 1, 'open', evidence, event->'data'->>'digest');
  return flow.emit('gates', 'decision-opened', (event->>'subject')::uuid, evidence->>'phase', 'system', at, jsonb_build_object(
    'requestId', event->'data'->>'requestId', 'gate', evidence->>'gate', 'round', evidence->'round'), '{}');
end $$;

create function gates.read(of_request text) returns jsonb language sql as $$
  select coalesce(
    (select flow.answer(200, jsonb_build_object('requestId', request_id, 'status', status, 'evidence', evidence, 'digest', digest, 'version', version))
      from gates.request where request_id = of_request),
    flow.answer(404, '{"code":"requestNotFound"}'))
$$;

create function gates.decide(k text, of_request text, new_ruling jsonb, seen_digest text, actor text, at text) returns jsonb language plpgsql as $$
declare
  answer jsonb := gates.first_answer(k);
  request gates.request;
  made jsonb := jsonb_build_object('ruling', new_ruling, 'decidedAt', at, 'decidedBy', actor, 'evidenceDigest', seen_digest);
begin
  if answer is not null then return answer; end if;
  update gates.request set version = version + 1, status = 'decided', decision = made
    where request_id = of_request and status = 'open' and digest = seen_digest returning * into request;
  if not found then return flow.answer(409, '{"code":"notOpenYet"}'); end if;
  return gates.keep(k, flow.answer(202, jsonb_build_object('version', request.version),
    flow.emit('gates', 'decision-made', request.case_id, request.phase, actor, at, jsonb_build_object('requestId', of_request,
      'gate', request.gate, 'phase', request.phase, 'round', request.round, 'decision', made), array[request.phase])));
end $$;
`

const benefits = `
${once('benefits')}
create table benefits.head (case_id uuid primary key, version int not null, phase text not null, status text not null);
create table benefits.assessment (
  case_id uuid, kind text, version int not null, status text not null, body jsonb not null, primary key (case_id, kind)
);
create table benefits.history (case_id uuid, kind text, version int, status text not null, body jsonb not null, saved_at text, saved_by text, primary key (case_id, kind, version));
create table benefits.measurement (id uuid primary key, case_id uuid not null, body jsonb not null);

create function benefits.consume(row_id uuid, event jsonb, at text) returns jsonb language plpgsql as $$
declare
  of_case uuid := (event->>'subject')::uuid;
  snapshot jsonb := event->'data'->'evidence'->'assessment';
begin
  delete from flow.outbox where id = row_id;
  insert into benefits.inbox values ((event->>'id')::uuid) on conflict do nothing;
  if not found then return '[]'; end if;
  case event->>'type'
    when 'se.behovsflodet.case-received.v1' then
      insert into benefits.head values (of_case, 1, event->>'phase', 'open')
        on conflict (case_id) do update set version = benefits.head.version + 1, phase = excluded.phase, status = 'open';
    when 'se.behovsflodet.decision-requested.v1' then
      update benefits.head set version = version + 1, status = 'locked' where case_id = of_case;
      if jsonb_typeof(snapshot) = 'object' then
        update benefits.assessment set status = 'frozen' where case_id = of_case and kind = snapshot->>'kind';
        return flow.emit('benefits', 'assessment-frozen', of_case, null, event->>'actor', at, jsonb_build_object(
          'kind', snapshot->'kind', 'version', snapshot->'version', 'requestId', event->'data'->'requestId'), '{}');
      end if;
    when 'se.behovsflodet.case-returned.v1' then
      update benefits.head set version = version + 1, status = 'open' where case_id = of_case;
    when 'se.behovsflodet.case-completed.v1' then
      update benefits.head set version = version + 1, status = 'closed' where case_id = of_case;
  end case;
  return '[]';
end $$;

create function benefits.save(of_case uuid, of_kind text, expected int, new_body jsonb, actor text, at text) returns jsonb language plpgsql as $$
declare
  found_version int;
begin
  perform 1 from benefits.head where case_id = of_case and status = 'open' for update;
  if not found then return flow.answer(409, '{"code":"assessmentNotInTurn"}'); end if;
  select version into found_version from benefits.assessment where case_id = of_case and kind = of_kind;
  if coalesce(found_version, 0) <> expected then return flow.answer(412, '{"code":"staleVersion"}'); end if;
  insert into benefits.assessment values (of_case, of_kind, expected + 1, 'draft', new_body)
    on conflict (case_id, kind) do update set version = excluded.version, status = excluded.status, body = excluded.body;
  insert into benefits.history values (of_case, of_kind, expected + 1, 'draft', new_body, at, actor);
  update benefits.head set version = version + 1 where case_id = of_case;
  perform flow.emit('benefits', 'assessment-saved', of_case, null, actor, at,
    jsonb_build_object('kind', of_kind, 'version', expected + 1, 'lines', jsonb_array_length(new_body->'lines')), '{}');
  return flow.answer(200, jsonb_build_object('version', expected + 1));
end $$;

create function benefits.complete(k text, of_case uuid, of_kind text, expected int, actor text, at text) returns jsonb language plpgsql as $$
declare
  answer jsonb := benefits.first_answer(k);
  of_phase text;
  written jsonb;
begin
  if answer is not null then return answer; end if;
  select phase into of_phase from benefits.head where case_id = of_case and status = 'open' for update;
  if not found then return flow.answer(409, '{"code":"assessmentNotInTurn"}'); end if;
  update benefits.assessment set version = version + 1, status = 'complete'
    where case_id = of_case and kind = of_kind and version = expected and status = 'draft' returning body into written;
  if not found then return flow.answer(412, '{"code":"staleVersion"}'); end if;
  insert into benefits.history values (of_case, of_kind, expected + 1, 'complete', written, at, actor);
  update benefits.head set version = version + 1 where case_id = of_case;
  return benefits.keep(k, flow.answer(200, jsonb_build_object('version', expected + 1),
    flow.emit('benefits', 'assessment-completed', of_case, of_phase, actor, at, jsonb_build_object('phase', of_phase,
      'snapshot', written || jsonb_build_object('kind', of_kind, 'version', expected + 1)), array[of_phase])));
end $$;

create function benefits.measure(k text, of_case uuid, new_body jsonb, actor text, at text) returns jsonb language plpgsql as $$
declare answer jsonb := benefits.first_answer(k);
begin
  if answer is not null then return answer; end if;
  insert into benefits.measurement values (gen_random_uuid(), of_case, new_body);
  perform flow.emit('benefits', 'measurement-recorded', of_case, null, actor, at, new_body, '{}');
  return benefits.keep(k, flow.answer(201, '{}'));
end $$;
`

/** Functions are checked when they are called, so the phases may name each other in any order. */
export const schema: string = [common, ...phases.map(phaseSchema), ideasOnly, gates, benefits].join('\n')
