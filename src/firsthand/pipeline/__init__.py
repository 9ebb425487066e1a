"""The order of the stages, and what each needs and gives.

read → clean → annotate → link → trace → present

clean      Document → Article                         one document at a time
annotate   Article → Annotation                       one document at a time
copies     articles, annotations → copies             by shared word n-grams
stories    articles, annotations, copies → stories    by shared rare words and names
statements quotations, stories → statements           by speaker and words
storylines stories → storylines                       by people, places and time
trace      all of these → lineages, edges, counts
"""
