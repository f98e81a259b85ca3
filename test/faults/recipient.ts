/** An address whose key nobody keeps: backups made here are only weighed, never opened. */
export const RECIPIENT = 'age1mx496wfac2ykqnjunuan2968etuqqypsz0dyxygj5e3qrahlzg2qc4rlgt';
