-- How tracing is looked up: messages that came since a mailbox was told last, and traces by the end of their reference.

create index trace_message_recorded on trace_message (recorded_at);
create index trace_reference on trace (right(trace_id::text, 8));
