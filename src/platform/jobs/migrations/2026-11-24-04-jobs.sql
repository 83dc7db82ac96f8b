-- Work for later, handed to the queue in the transaction that wants it: it is done if and only if that commits.
create schema jobs;
