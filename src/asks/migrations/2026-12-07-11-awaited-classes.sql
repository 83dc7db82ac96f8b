-- Who waits for an answer holds one of several classes: a question may be asked in places of several kinds.
alter table asks.kind drop awaited_class, add awaited_classes text[];
