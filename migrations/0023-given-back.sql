-- After a restore from a backup this node does not know what it said to its peers since. Until a peer has given that back, or a
-- person decided to go on without, nothing new is said to it, so that no place of a thread is used twice.

alter table peer
  add column lost_since timestamptz,
  add column lost_asked uuid;
comment on column peer.lost_since is 'Set where this node was restored: the moment of its own clock from which on it may have lost what it said to this peer and took from it. Null once the peer gave it back or a person decided.';
comment on column peer.lost_asked is 'The message by which it was asked to give that back.';

alter table outbox add column given_back text check (given_back in ('proven', 'unproven'));
comment on column outbox.given_back is 'Set where this node had lost the message and the receiver gave it back: proven by our own signature, or only named, so that its place is known as taken.';
