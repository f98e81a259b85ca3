-- How tracing is looked up: what came since a mailbox was told last, and traces by the end of their reference.

create index trace_message_recorded on trace_message (recorded_at);
create index agency_question_answered on agency_question (answered_at) where answered_at is not null;
create index trace_reference on trace (right(trace_id::text, 8));
