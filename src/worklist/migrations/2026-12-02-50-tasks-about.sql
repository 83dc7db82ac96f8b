-- Facts say whom they are about. Those written before, which named nobody, are about everybody who ever belonged to the household.
alter table worklist.task add about uuid[];
