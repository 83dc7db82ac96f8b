-- Which actions of its plan stand on a contract that was printed: those that its signatories may read. Null: all of
-- them, as contracts were printed before.
alter table contracts.social_contract add printed_items uuid[];
