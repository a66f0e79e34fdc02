// What the C library's allocator can be told, which Swift cannot say.
#ifndef CMEMORY_H
#define CMEMORY_H

/// Keeps a program that stays open from holding on to what it has freed: the allocator would keep a heap of its own for
/// each thread, and more and more for larger and larger arrays. Call it before other threads are started.
void cm_spare(void);

/// Gives the system back what has been freed and lies between what is in use: a millisecond or two for a hundred
/// megabytes, during which other threads that allocate may wait.
void cm_release(void);

#endif
