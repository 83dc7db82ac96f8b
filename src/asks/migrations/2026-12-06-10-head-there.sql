-- What a head is asked in a case may wait for who does it in their place.
update asks.ask set part = 'head_there' where part = 'head' and kind in ('coordinator', 'proposal', 'approval');
