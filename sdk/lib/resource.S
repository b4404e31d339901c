/* One .res file in the program, and its registration with the loader before main or DllMain runs.
 * TRANSOM_RESOURCE_FILE is the file's name in quotes. The address says which module it belongs to. */
        .section .rodata.transom_resource, "a", @progbits
        .balign 16
.Lresource:
        .incbin TRANSOM_RESOURCE_FILE
.Lresource_end:

        .text
        .type .Lregister, @function
.Lregister:
        leaq .Lresource(%rip), %rdi
        movq %rdi, %rsi
        leaq .Lresource_end(%rip), %rdx
        jmp __transom_register_resources@PLT
        .size .Lregister, . - .Lregister

        .section .init_array.00101, "aw", @init_array
        .balign 8
        .quad .Lregister
        .section .note.GNU-stack, "", @progbits
